import { Box, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ChosenCall } from '../../../../processes/programmeFile/choices';
import { formatDate, formatDateTime, fromLocalInput, toLocalInput } from '../../shared/dates';
import { useSaid, type ChoosingProps } from './choosing';

const TWO = { display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 } as const;

type Moment = 'intakeOpensAt' | 'intakeClosesAt';

interface OneCallProps extends ChoosingProps {
  /** Place in the file. */
  readonly index: number;
  readonly onChange: (change: Partial<ChosenCall>) => void;
}

function OneCall({ content, choices, index, onChange }: OneCallProps) {
  const translate = useTranslate();
  const said = useSaid(content);
  const [call, original] = [choices.calls[index], content.file.calls[index]];
  if (!call || !original) return null;
  const more = (field: Moment | 'settlementDueOn', inFile: string): { error: boolean; helperText: string } => {
    const { error, text } = said(`calls.${index}.${field}`);
    return { error, helperText: text ?? translate('postup.transfer.inFile', { value: inFile }) };
  };
  const moment = (field: Moment) => (
    <TextField
      type="datetime-local"
      id={`import-call-${index}-${field}`}
      label={translate(`postup.calls.${field}`)}
      defaultValue={toLocalInput(call[field])}
      onChange={(event) => {
        // What is half typed is no moment yet; the former one holds meanwhile.
        const typed = fromLocalInput(event.target.value);
        if (typed !== null) onChange({ [field]: typed });
      }}
      slotProps={{ inputLabel: { shrink: true } }}
      fullWidth
      {...more(field, formatDateTime(original[field]))}
    />
  );
  const by = content.publishBy[index];
  return (
    <>
      <Box sx={TWO}>
        {moment('intakeOpensAt')}
        {moment('intakeClosesAt')}
        <TextField
          type="date"
          id={`import-call-${index}-settlementDueOn`}
          label={translate('postup.calls.settlementDueOn')}
          defaultValue={call.settlementDueOn}
          onChange={(event) => event.target.value !== '' && onChange({ settlementDueOn: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
          fullWidth
          {...more('settlementDueOn', formatDate(original.settlementDueOn))}
        />
      </Box>
      {by !== undefined && (
        <Typography variant="body2" color="text.secondary">
          {translate(
            content.warnings[`calls.${index}.intakeOpensAt`] === undefined ? 'postup.transfer.publishBy' : 'postup.transfer.publishTooLate',
            { date: formatDate(by) },
          )}
        </Typography>
      )}
    </>
  );
}

/** Times of the calls in the new year, proposed by whole years, each beside what the file says. */
export function CallDates({ content, choices, choose }: ChoosingProps) {
  const translate = useTranslate();
  const { yearsMoved } = content;
  const change = (index: number, part: Partial<ChosenCall>): void =>
    choose({ calls: choices.calls.map((call, place) => (place === index ? { ...call, ...part } : call)) });
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle1">
        {translate('postup.transfer.dates')}
      </Typography>
      <Typography variant="body2" gutterBottom>
        {yearsMoved === 0 ? translate('postup.transfer.datesKept') : translate('postup.transfer.datesMoved', { smart_count: yearsMoved })}
      </Typography>
      {choices.calls.map((call, index) => {
        const own = content.file.calls[index]?.title ?? '';
        const name = translate('postup.transfer.call', { ordinal: index + 1 }) + (own === '' ? '' : `: ${own}`);
        return (
          <Box key={index} role="group" aria-label={name} sx={{ mb: 2 }}>
            {index === 0 ? (
              choices.calls.length > 1 && <Typography variant="subtitle2">{name}</Typography>
            ) : (
              <FormControlLabel
                label={translate('postup.transfer.takeCall', { ordinal: index + 1 }) + (own === '' ? '' : `: ${own}`)}
                control={<Checkbox checked={call.take} onChange={(_, take) => change(index, { take })} />}
              />
            )}
            {(index === 0 || call.take) && (
              <OneCall content={content} choices={choices} choose={choose} index={index} onChange={(part) => change(index, part)} />
            )}
          </Box>
        );
      })}
    </Box>
  );
}
