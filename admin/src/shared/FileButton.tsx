import AttachIcon from '@mui/icons-material/AttachFileOutlined';
import { Button } from '@mui/material';
import { useRef } from 'react';

interface FileButtonProps {
  /** Name of the field, where the button stands in a form. */
  readonly id?: string;
  readonly labelledBy?: string;
  readonly label: string;
  readonly accept?: string;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for one file; the browser's own input stays hidden behind it. */
export function FileButton({ id, labelledBy, label, accept, disabled, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        id={id}
        size="small"
        variant="outlined"
        startIcon={<AttachIcon />}
        disabled={disabled}
        aria-describedby={labelledBy}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-labelledby={labelledBy}
        aria-label={labelledBy === undefined ? label : undefined}
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after a refusal.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
