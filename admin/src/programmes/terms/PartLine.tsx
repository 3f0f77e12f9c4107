import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, IconButton, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { PART_CONDITIONS, type PaymentPart } from '../../../../processes/grant/terms';

interface PartLineProps {
  readonly part: PaymentPart;
  /** From 1. */
  readonly number: number;
  readonly fixed: boolean;
  /** By dot path, as the api names them. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (part: PaymentPart) => void;
  /** Null for the only one. */
  readonly onRemove: (() => void) | null;
}

/** One part of the payment: how much, and when. */
export function PartLine({ part, number, fixed, faults, onChange, onRemove }: PartLineProps) {
  const translate = useTranslate();
  const fault = (field: string): string | undefined => faults[`paymentParts.${number - 1}.${field}`];
  const condition = (when: string): PaymentPart['when'] => PART_CONDITIONS.find((one) => one === when) ?? 'signature';
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <TextField
        id={`terms.part.${number}.share`}
        label={translate('postup.terms.share')}
        value={part.share}
        disabled={fixed}
        error={fault('share') !== undefined}
        helperText={fault('share')}
        onChange={(event) => onChange({ ...part, share: Math.min(100, Math.trunc(Number(event.target.value)) || 0) })}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        sx={{ width: 110 }}
      />
      <TextField
        select
        id={`terms.part.${number}.when`}
        label={translate('postup.terms.when')}
        value={part.when}
        disabled={fixed}
        error={fault('when') !== undefined}
        helperText={fault('when')}
        onChange={(event) => onChange({ ...part, when: condition(event.target.value), on: null })}
        sx={{ flex: '1 1 220px' }}
      >
        {PART_CONDITIONS.map((when) => (
          <MenuItem key={when} value={when}>
            {translate(`postup.terms.${when}`)}
          </MenuItem>
        ))}
      </TextField>
      {part.when === 'day' && (
        <TextField
          type="date"
          id={`terms.part.${number}.on`}
          label={translate('postup.terms.on')}
          value={part.on ?? ''}
          disabled={fixed}
          error={fault('on') !== undefined}
          helperText={fault('on')}
          onChange={(event) => onChange({ ...part, on: event.target.value === '' ? null : event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ width: 170 }}
        />
      )}
      {onRemove && !fixed && (
        <IconButton aria-label={translate('postup.terms.remove', { number })} onClick={onRemove} sx={{ mt: 1 }}>
          <DeleteIcon />
        </IconButton>
      )}
    </Box>
  );
}
