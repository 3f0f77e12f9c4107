import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LIMITS } from '../../../../processes/formItems/items';
import { useDesign, type ItemProps } from './design';
import { ToolButton } from './ToolButton';
import { focusIds } from './useFocusNext';
import type { ListActs } from './useListActs';
import { useNames } from './useNames';

/** What can be done with the selected line. */
export function LineTools({ item, place, acts }: ItemProps & { readonly acts: ListActs }) {
  const translate = useTranslate();
  const { items } = useDesign();
  const { titled } = useNames();
  const { id } = item;
  const named = (tool: string) => ({
    id: focusIds.tool(id, tool),
    label: translate(`postup.designer.tool.${tool}`, { title: titled(item.title) }),
  });
  return (
    <Box sx={{ display: 'flex', gap: 0.5, pl: 4.5, pb: 0.5 }}>
      <ToolButton {...named('up')} icon={UpIcon} disabled={place === 0} onClick={() => acts.move(id, -1, 'up')} />
      <ToolButton {...named('down')} icon={DownIcon} disabled={place === items.length - 1} onClick={() => acts.move(id, 1, 'down')} />
      <ToolButton {...named('duplicate')} icon={CopyIcon} disabled={items.length >= LIMITS.items} onClick={() => acts.duplicate(id)} />
      <ToolButton {...named('remove')} icon={RemoveIcon} onClick={() => acts.remove(id)} />
    </Box>
  );
}
