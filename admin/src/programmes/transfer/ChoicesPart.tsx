import {
  Alert,
  Box,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormHelperText,
  FormLabel,
  MenuItem,
  TextField,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PersonRef } from '../../../../processes/views';
import { useRows } from '../../api/reads';
import { useAreaChoices } from '../AreaInputs';
import { CallDates } from './CallDates';
import { useSaid, type ChoosingProps } from './choosing';
import { Part } from './Part';

/** Choices of the select that are no area. */
const MAKE = 'make';
const TEXT = 'text';

function Place({ content, choices, choose }: ChoosingProps) {
  const translate = useTranslate();
  const said = useSaid(content)('areaId');
  const areas = useAreaChoices(undefined) ?? [];
  const { fund, programme } = content.file;
  const known = choices.areaId === null || areas.some(({ id }) => id === choices.areaId) ? (choices.areaId ?? TEXT) : '';
  const value = choices.makeArea ? MAKE : known;
  const place = (wanted: string): void => choose({ makeArea: wanted === MAKE, areaId: wanted === MAKE || wanted === TEXT ? null : wanted });
  return (
    <TextField
      select
      fullWidth
      id="import-place"
      label={translate('postup.transfer.place')}
      value={value}
      error={said.error}
      helperText={said.text}
      onChange={(event) => place(event.target.value)}
    >
      {fund !== null && programme.area !== '' && (
        <MenuItem value={MAKE}>{translate('postup.transfer.placeMake', { fund, area: programme.area })}</MenuItem>
      )}
      {areas.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
      <MenuItem value={TEXT}>
        {programme.area === '' ? translate('postup.transfer.placeNone') : translate('postup.transfer.placeText', { area: programme.area })}
      </MenuItem>
    </TextField>
  );
}

function Evaluators({ content, choices, choose }: ChoosingProps) {
  const translate = useTranslate();
  const said = useSaid(content)('evaluatorIds');
  const people = useRows<PersonRef>('people', { role: 'evaluator' });
  if (people.data?.length === 0) return <Alert severity="info">{translate('postup.transfer.noEvaluators')}</Alert>;
  const { evaluatorIds } = choices;
  return (
    <FormControl component="fieldset" error={said.error} sx={{ mt: 1 }}>
      <FormLabel component="legend">{translate('postup.transfer.evaluators')}</FormLabel>
      <FormGroup>
        {(people.data ?? []).map(({ id, name }) => (
          <FormControlLabel
            key={id}
            label={name}
            control={
              <Checkbox
                checked={evaluatorIds.includes(id)}
                onChange={(_, on) => choose({ evaluatorIds: on ? [...evaluatorIds, id] : evaluatorIds.filter((one) => one !== id) })}
              />
            }
          />
        ))}
      </FormGroup>
      <FormHelperText>{said.text}</FormHelperText>
    </FormControl>
  );
}

function PaymentDays({ content, choices, choose }: ChoosingProps) {
  const translate = useTranslate();
  const said = useSaid(content);
  return (
    <>
      {content.file.terms.paymentParts.map(({ share, on }, index) => {
        if (on === null) return null;
        const { error, text } = said(`paymentDays.${index}`);
        const change = (day: string): void =>
          choose({ paymentDays: choices.paymentDays.map((one, place) => (place === index ? day || null : one)) });
        return (
          <TextField
            key={index}
            type="date"
            id={`import-payment-${index}`}
            label={translate('postup.transfer.paymentDay', { number: index + 1, share })}
            value={choices.paymentDays[index] ?? ''}
            error={error}
            helperText={text}
            onChange={(event) => change(event.target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
            fullWidth
          />
        );
      })}
    </>
  );
}

/** What the file cannot know: how the programme is called here, where it belongs, who evaluates, when. */
export function ChoicesPart({ content, choices, choose }: ChoosingProps) {
  const translate = useTranslate();
  const title = useSaid(content)('title');
  return (
    <Part title="choices">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, maxWidth: 720 }}>
        <TextField
          id="import-title"
          label={translate('postup.transfer.titleHere')}
          value={choices.title}
          error={title.error}
          helperText={title.text}
          onChange={(event) => choose({ title: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          required
          fullWidth
        />
        <Place content={content} choices={choices} choose={choose} />
        <CallDates content={content} choices={choices} choose={choose} />
        <PaymentDays content={content} choices={choices} choose={choose} />
        <Evaluators content={content} choices={choices} choose={choose} />
        {content.templates.length > 0 && (
          <FormControlLabel
            label={translate('postup.transfer.templates')}
            control={<Checkbox checked={choices.templates} onChange={(_, templates) => choose({ templates })} />}
          />
        )}
      </Box>
    </Part>
  );
}
