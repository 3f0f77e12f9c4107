import { Box, useScrollTrigger } from '@mui/material';
import { useDesign } from './design';
import type { Designer } from './designer';
import { ItemEditor } from './ItemEditor';
import { ItemList } from './ItemList';
import { ThrownBar } from './ThrownBar';
import { useListActs } from './useListActs';

interface WorkbenchProps {
  readonly designer: Designer;
  readonly focusNext: (...ids: readonly string[]) => void;
}

const BAR_HEIGHT = 48;

/** The list with the selected item beside it, under it on a narrow screen. */
export function Workbench({ designer, focusNext }: WorkbenchProps) {
  const { dispatch } = useDesign();
  const acts = useListActs(designer, focusNext);
  const { items, selected, thrown } = designer;
  // The bar of the application goes away when one scrolls down; what sticks under it follows.
  const top = useScrollTrigger() ? 0 : BAR_HEIGHT;
  const place = items.findIndex(({ id }) => id === selected);
  const item = items[place];
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 5fr) minmax(0, 7fr)' },
        gap: 2,
        alignItems: 'start',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <ItemList selected={selected} acts={acts} top={top} />
        {thrown && <ThrownBar thrown={thrown} onRestore={acts.restore} onClose={() => dispatch({ do: 'forget' })} />}
      </Box>
      {item && (
        <Box
          sx={{
            minWidth: 0,
            position: { md: 'sticky' },
            top: top + 8,
            maxHeight: { md: 'calc(100vh - 120px)' },
            overflowY: { md: 'auto' },
            pb: '1px',
          }}
        >
          <ItemEditor key={item.id} item={item} place={place} />
        </Box>
      )}
    </Box>
  );
}
