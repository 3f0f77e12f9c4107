import AddIcon from '@mui/icons-material/AddOutlined';
import { Button, ListItemText, Menu, MenuItem } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { itemKinds, type ItemKind } from '../../../../processes/formItems/items';
import { focusIds } from './useFocusNext';

const MENU_ID = 'designer.kinds';

/** What can be asked, each kind with a few plain words. */
export function AddItem({ isFull, onAdd }: { readonly isFull: boolean; readonly onAdd: (kind: ItemKind) => void }) {
  const translate = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  // Added when the menu has gone: until then it holds the focus.
  const [chosen, setChosen] = useState<ItemKind | null>(null);
  return (
    <>
      <Button
        id={focusIds.add}
        ref={button}
        variant="contained"
        size="small"
        startIcon={<AddIcon />}
        disabled={isFull}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? MENU_ID : undefined}
        onClick={() => setOpen(true)}
      >
        {translate('postup.designer.add')}
      </Button>
      <Menu
        id={MENU_ID}
        anchorEl={() => button.current}
        open={isOpen}
        onClose={() => setOpen(false)}
        // Who types on at once types into the question, not into a menu that fades away.
        transitionDuration={0}
        slotProps={{
          list: { 'aria-labelledby': focusIds.add, dense: true },
          paper: { sx: { maxWidth: 'min(440px, calc(100% - 32px))' } },
          transition: {
            onExited: () => {
              setChosen(null);
              if (chosen !== null) onAdd(chosen);
            },
          },
        }}
      >
        {itemKinds.map((kind) => (
          <MenuItem
            key={kind}
            onClick={() => {
              if (!isOpen) return;
              setChosen(kind);
              setOpen(false);
            }}
            sx={{ whiteSpace: 'normal' }}
          >
            <ListItemText primary={translate(`postup.designer.kind.${kind}`)} secondary={translate(`postup.designer.about.${kind}`)} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
