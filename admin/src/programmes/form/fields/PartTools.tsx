import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ToolButton } from '../ToolButton';
import { focusIds, useFocusNext } from '../useFocusNext';

interface Part {
  readonly id: string;
  readonly title: string;
}

interface PartToolsProps<P extends Part> {
  readonly parts: readonly P[];
  readonly index: number;
  /** What the part is called, also before it has a title. */
  readonly name: string;
  readonly itemId: string;
  readonly onChange: (parts: readonly P[]) => void;
  readonly onRemove: () => void;
}

/** Up, down, away. */
export function PartTools<P extends Part>({ parts, index, name, itemId, onChange, onRemove }: PartToolsProps<P>) {
  const translate = useTranslate();
  const focusNext = useFocusNext();
  const part = parts[index];
  if (!part) return null;
  const toolId = (tool: string): string => focusIds.tool(`${itemId}.${part.id}`, tool);
  const move = (tool: 'up' | 'down', to: number): void => {
    const others = parts.filter((one) => one !== part);
    focusNext(toolId(tool), focusIds.part(itemId, part.id));
    onChange([...others.slice(0, to), part, ...others.slice(to)]);
  };
  const label = (tool: string): string => translate(`postup.designer.tool.${tool}`, { title: name });
  return (
    <Box sx={{ display: 'flex', pt: 1 }}>
      <ToolButton id={toolId('up')} label={label('up')} icon={UpIcon} disabled={index === 0} onClick={() => move('up', index - 1)} />
      <ToolButton
        id={toolId('down')}
        label={label('down')}
        icon={DownIcon}
        disabled={index === parts.length - 1}
        onClick={() => move('down', index + 1)}
      />
      <ToolButton id={toolId('remove')} label={label('remove')} icon={RemoveIcon} onClick={onRemove} />
    </Box>
  );
}
