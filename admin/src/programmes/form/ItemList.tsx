import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LIMITS } from '../../../../processes/formItems/items';
import { AddItem } from './AddItem';
import { useDesign } from './design';
import { ItemLine } from './ItemLine';
import type { ListActs } from './useListActs';

interface ItemListProps {
  readonly selected: string | null;
  readonly acts: ListActs;
  /** How far from the top of the window the button stays. */
  readonly top: number;
}

/** The items in the order of the form, with the button that adds one. */
export function ItemList({ selected, acts, top }: ItemListProps) {
  const translate = useTranslate();
  const { items, readOnly } = useDesign();
  const isFull = items.length >= LIMITS.items;
  const hint = isFull ? translate('postup.designer.full', { limit: LIMITS.items }) : translate('postup.designer.keys');
  return (
    <Box>
      {!readOnly && (
        <Box
          sx={{
            position: 'sticky',
            top,
            transition: 'top 200ms',
            zIndex: 2,
            py: 1,
            bgcolor: 'background.paper',
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            alignItems: 'center',
          }}
        >
          <AddItem isFull={isFull} onAdd={acts.add} />
          <Typography variant="caption" color="text.secondary" sx={{ display: { xs: isFull ? 'block' : 'none', sm: 'block' } }}>
            {items.length > 1 || isFull ? hint : ''}
          </Typography>
        </Box>
      )}
      {items.length === 0 ? (
        <Typography variant="body2" color="text.secondary" sx={{ py: 2 }}>
          {translate(readOnly ? 'postup.designer.emptyToRead' : 'postup.designer.empty')}
        </Typography>
      ) : (
        <Box
          component="ol"
          aria-label={translate('postup.designer.list')}
          sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}
        >
          {items.map((item, place) => (
            <ItemLine key={item.id} item={item} place={place} isSelected={item.id === selected} acts={acts} />
          ))}
        </Box>
      )}
    </Box>
  );
}
