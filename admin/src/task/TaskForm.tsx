import { Alert, Box, Link, MenuItem, Skeleton, TextField, Typography } from '@mui/material';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { OutcomeView, TaskView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { useSession } from '../auth/useSession';
import { errorTree } from '../forms/validator';
import { withoutEmpty } from '../forms/withoutEmpty';
import { faultsOf, fieldErrors, titleAt } from './faults';
import { OutcomeButtons } from './OutcomeButtons';
import { useDraft, type Draft } from './useDraft';

const StepForm = lazy(() => import('../forms/StepForm'));

const NOTHING = { schema: { type: 'object' } } as const;

function DraftLine({ draft }: { readonly draft: Draft }) {
  const translate = useTranslate();
  const key = {
    same: draft.restored ? 'postup.form.restored' : null,
    saving: 'postup.form.saving',
    saved: 'postup.form.saved',
    failed: 'postup.form.notSaved',
  }[draft.state];
  return (
    <Typography
      variant="caption"
      color={draft.state === 'failed' ? 'error' : 'text.secondary'}
      component="p"
      role="status"
      sx={{ minHeight: 18 }}
    >
      {key !== null && translate(key)}
    </Typography>
  );
}

/** Leads to the field: its first control gets the focus. */
function focusField(path: string): void {
  const id = `field.${path}`;
  const target = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}"]`);
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}

function FaultSummary({ task, errors }: { readonly task: TaskView; readonly errors: Readonly<Record<string, string>> }) {
  const translate = useTranslate();
  const paths = Object.keys(errors);
  if (paths.length === 0) return null;
  const schema = (task.form ?? NOTHING).schema;
  return (
    <Alert severity="error" role="alert" sx={{ my: 1 }}>
      {translate('postup.form.problems', { smart_count: paths.length })}
      <Box component="ul" sx={{ m: 0, pl: 2 }}>
        {paths.map((path) => (
          <li key={path}>
            <Link component="button" type="button" variant="body2" onClick={() => focusField(path)} sx={{ textAlign: 'left' }}>
              {titleAt(schema, path)}: {errors[path]}
            </Link>
          </li>
        ))}
      </Box>
    </Alert>
  );
}

/** For whom one acts, where somebody may be substituted. */
function ActFor({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const translate = useTranslate();
  const substitutes = useSession()?.substitutes ?? [];
  if (substitutes.length === 0) return null;
  return (
    <TextField
      select
      label={translate('postup.form.actFor')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      fullWidth
      helperText={value === '' ? undefined : translate('postup.form.onBehalf')}
    >
      <MenuItem value="">{translate('postup.form.actForMyself')}</MenuItem>
      {substitutes.map((person) => (
        <MenuItem key={person.id} value={person.id}>
          {person.name}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The form of a task and its outcomes. Mount it anew for each task (key). */
export function TaskForm({ task, onDone }: { readonly task: TaskView; readonly onDone: () => void }) {
  const translate = useTranslate();
  const draft = useDraft(task);
  const act = useAct({ quiet: true });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [doing, setDoing] = useState<string | null>(null);
  const [actFor, setActFor] = useState('');
  const tree = useMemo(() => errorTree(errors), [errors]);
  const refusal = act.error;

  const choose = async (outcome: OutcomeView): Promise<void> => {
    const data = withoutEmpty(draft.data) as Record<string, unknown>;
    const faults = task.form ? faultsOf(task.form, outcome.requires, data, translate) : {};
    setErrors(faults);
    if (Object.keys(faults).length > 0) return;
    setDoing(outcome.id);
    const sent = { outcome: outcome.id, data, ...(actFor === '' ? {} : { onBehalfOf: actFor }) };
    const done = await act.run(
      async (provider, key) => {
        try {
          await provider.completeTask(task.id, sent, key);
        } catch (error) {
          if (error instanceof Error && 'errors' in error) setErrors(fieldErrors(error.errors as Record<string, string>));
          throw error;
        }
        draft.forget();
      },
      { task: task.id, ...sent },
      'postup.form.done',
    );
    setDoing(null);
    if (done) onDone();
  };

  return (
    <Box>
      {task.form && (
        <Suspense fallback={<Skeleton height={160} />}>
          <StepForm
            form={task.form}
            caseId={task.caseId}
            data={draft.data}
            disabled={act.busy}
            errors={tree}
            onChange={(data) => {
              draft.change(data);
              if (Object.keys(errors).length > 0) setErrors({});
            }}
          />
        </Suspense>
      )}
      <DraftLine draft={draft} />
      <ActFor value={actFor} onChange={setActFor} />
      <FaultSummary task={task} errors={errors} />
      {refusal && Object.keys(errors).length === 0 && (
        <Alert severity={refusal.status === 409 ? 'warning' : 'error'} role="alert" sx={{ my: 1 }}>
          {refusal.message}
        </Alert>
      )}
      <Typography variant="subtitle2" component="h3" sx={{ mt: 0.5, mb: 0.5 }}>
        {translate('postup.form.decide')}
      </Typography>
      <OutcomeButtons outcomes={task.outcomes} disabled={act.busy} doing={doing} onChoose={(outcome) => void choose(outcome)} />
    </Box>
  );
}
