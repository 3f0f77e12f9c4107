import { InputBase } from '@mui/material';
import { useState, type KeyboardEvent } from 'react';
import { moveTo, stepOf } from './cells';

interface CellProps {
  readonly row: number;
  readonly column: number;
  readonly label: string;
  /** As it is to be read while nobody types here. */
  readonly shown: string;
  readonly wrong: boolean;
  readonly disabled?: boolean;
  readonly multiline?: boolean;
  readonly maxLength: number;
  readonly onType: (text: string) => void;
}

/** One cell of a table: arrows and Enter lead to its neighbours, as in a spreadsheet. In a longer text Enter and the arrows stay its own. */
export function Cell({ row, column, label, shown, wrong, disabled = false, multiline = false, maxLength, onType }: CellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    const field = event.currentTarget;
    if (multiline || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = stepOf(event.key, event.shiftKey, { start: field.selectionStart, end: field.selectionEnd, length: field.value.length });
    const table = step && field.closest('table');
    if (!table || !moveTo(table, row + step.row, column + step.column)) return;
    event.preventDefault();
  };
  return (
    <InputBase
      value={typed ?? shown}
      disabled={disabled}
      multiline={multiline}
      maxRows={8}
      onChange={(event) => {
        setTyped(event.target.value);
        onType(event.target.value);
      }}
      onFocus={() => setTyped(shown)}
      onBlur={() => setTyped(null)}
      inputProps={{
        'aria-label': label,
        'aria-invalid': wrong,
        'data-cell': `${row}:${column}`,
        inputMode: multiline ? 'text' : 'decimal',
        maxLength,
        onKeyDown,
        style: { textAlign: multiline ? 'left' : 'right', padding: '4px 6px' },
      }}
      sx={{
        width: '100%',
        minWidth: multiline ? 120 : 56,
        border: 1,
        borderColor: wrong ? 'error.main' : '#8a949e',
        borderRadius: 1,
        fontSize: '0.875rem',
        fontVariantNumeric: 'tabular-nums',
        p: 0,
        bgcolor: wrong ? '#fdecea' : 'background.paper',
        '&.Mui-focused': { outline: '2px solid', outlineColor: 'primary.main' },
      }}
    />
  );
}
