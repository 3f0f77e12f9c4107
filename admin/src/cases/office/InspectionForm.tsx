import {
  Alert,
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  FormGroup,
  FormLabel,
  TextField,
  Typography,
  type TextFieldProps,
} from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { InspectionView, Measure } from '../../../../processes/officersSection/views';
import type { DocumentView } from '../../../../processes/views';
import { useParts } from '../../api/reads';
import { useAct } from '../../api/useAct';
import { dayOf } from '../../shared/dates';
import { useNow } from '../../shared/useNow';
import { dropInspection, finishInspection, saveInspection, type InspectionDraft } from './acts';
import { linesOf } from './support';

interface Typed extends Pick<InspectionView, 'place' | 'subject' | 'findings'> {
  readonly heldOn: string;
  readonly inspectors: string;
  readonly present: string;
  readonly measures: readonly Measure[];
  readonly documentIds: readonly string[];
}

const typedOf = (inspection: InspectionView): Typed => ({
  heldOn: inspection.heldOn ?? '',
  place: inspection.place,
  inspectors: inspection.inspectors.join('\n'),
  present: inspection.present.join('\n'),
  subject: inspection.subject,
  findings: inspection.findings,
  measures: inspection.measures,
  documentIds: inspection.documentIds,
});

const draftOf = ({ heldOn, place, inspectors, present, subject, findings, measures, documentIds }: Typed): InspectionDraft => ({
  heldOn: heldOn === '' ? null : heldOn,
  place: place.trim(),
  inspectors: linesOf(inspectors),
  present: linesOf(present),
  subject: subject.trim(),
  findings: findings.trim(),
  measures: measures.map(({ what, dueOn }) => ({ what: what.trim(), dueOn })),
  documentIds,
});

interface PartProps<T> {
  readonly value: readonly T[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (value: readonly T[]) => void;
}

function Measures({ value, errors, onChange }: PartProps<Measure>) {
  const translate = useTranslate();
  const set = (at: number, change: Partial<Measure>): void =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <Box role="group" aria-label={translate('postup.office.inspections.measures')} sx={{ display: 'grid', gap: 1 }}>
      {value.map((measure, index) => (
        <Box key={index} sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 170px auto' }, alignItems: 'start' }}>
          <TextField
            size="small"
            label={translate('postup.office.inspections.measure', { number: index + 1 })}
            value={measure.what}
            onChange={(event) => set(index, { what: event.target.value })}
            error={errors[`measures.${index}.what`] !== undefined}
            helperText={errors[`measures.${index}.what`]}
            multiline
            slotProps={{ htmlInput: { maxLength: 2_000 } }}
          />
          <TextField
            size="small"
            type="date"
            label={translate('postup.office.inspections.dueOn')}
            value={measure.dueOn}
            onChange={(event) => set(index, { dueOn: event.target.value })}
            error={errors[`measures.${index}.dueOn`] !== undefined}
            helperText={errors[`measures.${index}.dueOn`]}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <Button
            size="small"
            aria-label={translate('postup.office.inspections.removeMeasure', { number: index + 1 })}
            onClick={() => onChange(value.filter((_one, at) => at !== index))}
          >
            {translate('ra.action.remove')}
          </Button>
        </Box>
      ))}
      <Box>
        <Button size="small" onClick={() => onChange([...value, { what: '', dueOn: '' }])}>
          {translate('postup.office.inspections.addMeasure')}
        </Button>
      </Box>
    </Box>
  );
}

function Attached({ caseId, value, errors, onChange }: PartProps<string> & { readonly caseId: string }) {
  const translate = useTranslate();
  const documents = useParts<DocumentView>('documents', caseId);
  const ready = (documents.data ?? []).filter(({ state }) => state === 'ready');
  return (
    <Box>
      <FormLabel component="p">{translate('postup.office.inspections.documents')}</FormLabel>
      {ready.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {documents.pending ? '…' : translate('postup.office.inspections.noDocuments')}
        </Typography>
      ) : (
        <FormGroup>
          {ready.map(({ id, title }) => (
            <FormControlLabel
              key={id}
              control={
                <Checkbox
                  size="small"
                  checked={value.includes(id)}
                  onChange={(_event, on) => onChange(on ? [...value, id] : value.filter((other) => other !== id))}
                />
              }
              label={title}
              slotProps={{ typography: { variant: 'body2', sx: { overflowWrap: 'anywhere' } } }}
            />
          ))}
        </FormGroup>
      )}
      {errors.documentIds !== undefined && <Alert severity="error">{errors.documentIds}</Alert>}
    </Box>
  );
}

/** The draft of a record: saved as often as wanted, then finished for good. */
export function InspectionForm({ inspection }: { readonly inspection: InspectionView }) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const now = useNow();
  const [typed, setTyped] = useState(() => typedOf(inspection));
  const errors = act.error?.errors ?? {};
  const unsaved = JSON.stringify(draftOf(typed)) !== JSON.stringify(draftOf(typedOf(inspection)));
  const field = (
    name: 'heldOn' | 'place' | 'inspectors' | 'present' | 'subject' | 'findings',
    label: string,
    hint?: string,
  ): TextFieldProps => {
    const error = errors[name] ?? Object.entries(errors).find(([path]) => path.startsWith(`${name}.`))?.[1];
    return {
      size: 'small',
      label: translate(label),
      value: typed[name],
      onChange: (event) => setTyped({ ...typed, [name]: event.target.value }),
      error: error !== undefined,
      helperText: error ?? (hint === undefined ? undefined : translate(hint)),
      fullWidth: true,
    };
  };
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const draft = draftOf(typed);
    void act.run(() => saveInspection(inspection, draft), draft, 'postup.office.inspections.saved');
  };
  const finish = (): void =>
    void act.run(() => finishInspection(inspection), ['finish', inspection.version], 'postup.office.inspections.finishDone');
  const drop = (): void => {
    if (window.confirm(translate('postup.office.inspections.dropSure')))
      void act.run(() => dropInspection(inspection), ['drop', inspection.version], 'postup.office.inspections.dropped');
  };
  return (
    <Box component="form" onSubmit={save} noValidate sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '180px 1fr' } }}>
        <TextField
          {...field('heldOn', 'postup.office.inspections.heldOn')}
          type="date"
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: dayOf(now) } }}
        />
        <TextField {...field('place', 'postup.office.inspections.place')} slotProps={{ htmlInput: { maxLength: 300 } }} />
      </Box>
      <TextField
        {...field('inspectors', 'postup.office.inspections.inspectors', 'postup.office.inspections.perLine')}
        multiline
        minRows={2}
      />
      <TextField {...field('present', 'postup.office.inspections.present', 'postup.office.inspections.perLine')} multiline minRows={2} />
      <TextField {...field('subject', 'postup.office.inspections.subject')} multiline minRows={2} />
      <TextField {...field('findings', 'postup.office.inspections.findings')} multiline minRows={4} />
      <Measures value={typed.measures} errors={errors} onChange={(measures) => setTyped({ ...typed, measures })} />
      <Attached
        caseId={inspection.caseId}
        value={typed.documentIds}
        errors={errors}
        onChange={(documentIds) => setTyped({ ...typed, documentIds })}
      />
      {act.error !== null && <Alert severity="error">{act.error.message}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button type="submit" size="small" variant="outlined" disabled={act.busy || !unsaved}>
          {translate('postup.office.inspections.save')}
        </Button>
        <Button size="small" variant="contained" disabled={act.busy || unsaved} onClick={finish}>
          {translate('postup.office.inspections.finish')}
        </Button>
        <Button size="small" color="error" disabled={act.busy} onClick={drop}>
          {translate('postup.office.inspections.drop')}
        </Button>
      </Box>
      <Typography variant="caption" color="text.secondary">
        {translate(unsaved ? 'postup.office.inspections.finishFirst' : 'postup.office.inspections.finishHint')}
      </Typography>
    </Box>
  );
}
