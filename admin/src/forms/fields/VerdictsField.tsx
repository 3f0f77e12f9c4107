import { Box, FormHelperText, MenuItem, Paper, TextField, Typography } from '@mui/material';
import type { ErrorSchema, FieldProps } from '@rjsf/utils';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../../../../processes/money';
import { MoneyField } from '../../shared/MoneyField';
import { judged, sumOf, verdicts, type JudgedDocument } from './judging';

type Told = ErrorSchema<JudgedDocument>;

const first = (errors: { readonly __errors?: readonly string[] } | undefined): string | undefined => errors?.__errors?.[0];

interface RowProps {
  readonly id: string;
  readonly row: JudgedDocument;
  readonly errors: Told | undefined;
  readonly disabled: boolean;
  readonly onChange: (row: JudgedDocument) => void;
}

/** One document of the applicant: what it claims, what the office says of it, and why. */
function DocumentRow({ id, row, errors, disabled, onChange }: RowProps) {
  const translate = useTranslate();
  const word = (key: string): string => translate(`postup.verdicts.${key}`);
  return (
    <Paper variant="outlined" component="li" sx={{ p: 1, listStyle: 'none' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="body2" id={`${id}.description`} sx={{ overflowWrap: 'anywhere' }}>
          {row.description}
        </Typography>
        <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          {translate('postup.verdicts.claims', { amount: formatMoney(row.fromGrant) })}
        </Typography>
      </Box>
      {first(errors?.description) !== undefined && <FormHelperText error>{first(errors?.description)}</FormHelperText>}
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))' }}>
        <TextField
          select
          id={`${id}.verdict`}
          label={word('verdict')}
          value={row.verdict}
          disabled={disabled}
          onChange={(event) => onChange(judged(row, event.target.value))}
          slotProps={{ htmlInput: { 'aria-describedby': `${id}.description` } }}
        >
          {verdicts.map((verdict) => (
            <MenuItem key={verdict} value={verdict}>
              {word(verdict)}
            </MenuItem>
          ))}
        </TextField>
        {row.verdict === 'partly' && (
          <MoneyField
            id={`${id}.accepted`}
            label={word('amount')}
            value={row.accepted}
            disabled={disabled}
            error={first(errors?.accepted)}
            onChange={(accepted) => onChange({ ...row, accepted: accepted ?? 0 })}
          />
        )}
      </Box>
      {row.verdict !== 'accepted' && (
        <TextField
          id={`${id}.reason`}
          label={word('reason')}
          value={row.reason ?? ''}
          disabled={disabled}
          required
          fullWidth
          multiline
          error={first(errors?.reason) !== undefined}
          helperText={first(errors?.reason)}
          onChange={(event) => onChange({ ...row, reason: event.target.value })}
        />
      )}
      {row.verdict !== 'partly' && first(errors?.accepted) !== undefined && (
        <FormHelperText error>{first(errors?.accepted)}</FormHelperText>
      )}
    </Paper>
  );
}

/** Documents of a settlement, each with its verdict; the sum that comes of it is in sight. */
export function VerdictsField({ fieldPathId, formData, errorSchema, disabled = false, onChange }: FieldProps<JudgedDocument[]>) {
  const translate = useTranslate();
  const rows = Array.isArray(formData) ? formData : [];
  const told = errorSchema as Readonly<Record<string, Told | undefined>> | undefined;
  const own = first(errorSchema);
  return (
    <Box id={fieldPathId.$id} component="fieldset" tabIndex={-1} sx={{ border: 0, p: 0, m: 0, mt: 1 }}>
      <Typography component="legend" variant="body2" color="text.secondary">
        {translate('postup.verdicts.title')}
      </Typography>
      {own !== undefined && <FormHelperText error>{own}</FormHelperText>}
      <Box component="ul" sx={{ display: 'grid', gap: 0.75, m: 0, p: 0 }}>
        {rows.map((row, index) => (
          <DocumentRow
            key={index}
            id={`${fieldPathId.$id}.${index}`}
            row={row}
            errors={told?.[index]}
            disabled={disabled}
            onChange={(next) =>
              onChange(
                rows.map((one, place) => (place === index ? next : one)),
                fieldPathId.path,
              )
            }
          />
        ))}
      </Box>
      <Typography variant="body2" role="status" sx={{ mt: 0.5 }}>
        {translate('postup.verdicts.sum', {
          accepted: formatMoney(sumOf(rows, 'accepted')),
          claimed: formatMoney(sumOf(rows, 'fromGrant')),
        })}
      </Typography>
    </Box>
  );
}
