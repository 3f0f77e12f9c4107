import { IconButton, type SvgIcon } from '@mui/material';

interface ToolButtonProps {
  readonly id: string;
  /** What it does, with the name of the thing. */
  readonly label: string;
  readonly icon: typeof SvgIcon;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A small button with a picture; its words are in the hint and for who cannot see it. */
export function ToolButton({ id, label, icon: Icon, disabled = false, onClick }: ToolButtonProps) {
  return (
    <IconButton id={id} size="small" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon fontSize="small" />
    </IconButton>
  );
}
