import { Alert, Box, Button, Link, MenuItem, Skeleton, TextField, Typography } from '@mui/material';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { formIn } from '../../../processes/formLanguage';
import type { OutcomeView, TaskView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { useLanguage } from '../i18n/useWords';
import { errorTree } from '../forms/validator';
import { withoutEmpty } from '../forms/withoutEmpty';
import { faultsOf, fieldErrors, titleAt } from './faults';
import { OutcomeButtons } from './OutcomeButtons';
import { useDraft, type Draft } from './useDraft';

const StepForm = lazy(() => import('../forms/StepForm'));

const NOTHING = { schema: { type: 'object' } } as const;

const TROUBLE: ReadonlySet<string> = new Set(['waiting', 'signedOut', 'refused']);

/** Whether what is typed is safe: a key of the words, or the server's own sentence; null where there is nothing to say. */
function wordOf({ state, restored }: Draft): string | null {
  switch (state.kind) {
    case 'typing':
    case 'saving':
      return 'postup.form.saving';
    case 'saved':
      if (state.at !== null) return 'postup.form.saved';
      return restored ? 'postup.form.restored' : null;
    case 'waiting':
    case 'signedOut':
      return state.kept ? 'postup.form.notSaved' : 'postup.form.notKept';
    case 'refused':
      return state.why;
    case 'conflict':
      return null;
  }
}

function DraftLine({ draft }: { readonly draft: Draft }) {
  const translate = useTranslate();
  const said = wordOf(draft);
  return (
    <Typography
      variant="caption"
      color={TROUBLE.has(draft.state.kind) ? 'error' : 'text.secondary'}
      component="p"
      role="status"
      sx={{ minHeight: 18 }}
    >
      {said !== null && translate(said, { _: said })}
    </Typography>
  );
}

/** Two devices of one person, two versions of one form: the person decides, and is told what it costs. */
function ConflictBox({ draft }: { readonly draft: Draft }) {
  const translate = useTranslate();
  const act = useAct();
  if (draft.state.kind !== 'conflict') return null;
  return (
    <Alert severity="warning" role="alert" sx={{ my: 1 }}>
      {translate('postup.form.conflict')}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="outlined" disabled={act.busy} onClick={() => void act.run(() => draft.keepMine(), 'mine')}>
          {translate('postup.form.conflictMine')}
        </Button>
        <Button size="small" variant="outlined" disabled={act.busy} onClick={() => void act.run(() => draft.takeTheirs(), 'theirs')}>
          {translate('postup.form.conflictTheirs')}
        </Button>
      </Box>
    </Alert>
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

interface ActForProps {
  readonly task: TaskView;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** For whom one acts, where somebody may be substituted in this task. */
function ActFor({ task, value, onChange }: ActForProps) {
  const translate = useTranslate();
  if (task.actFor.length === 0) return null;
  return (
    <TextField
      select
      label={translate('postup.form.actFor')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      fullWidth
      helperText={value === '' ? undefined : translate('postup.form.onBehalf')}
    >
      {task.inOwnName && <MenuItem value="">{translate('postup.form.actForMyself')}</MenuItem>}
      {task.actFor.map((person) => (
        <MenuItem key={person.id} value={person.id}>
          {person.name}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface TaskFormProps {
  /** Read just now, not a copy from before: what is typed is saved over the version that it names. */
  readonly task: TaskView;
  /** Who types: what they have not sent is kept under their id. */
  readonly personId: string;
  readonly onDone: () => void;
}

/** The form of a task and its outcomes. Mount it anew for each task (key). */
export function TaskForm({ task: read, personId, onDone }: TaskFormProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const task = useMemo(() => ({ ...read, form: read.form && formIn(language, read.form) }), [read, language]);
  const draft = useDraft(task, personId);
  const act = useAct({ quiet: true });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [doing, setDoing] = useState<string | null>(null);
  // Who may not act in their own name acts for the absent one.
  const [actFor, setActFor] = useState(task.inOwnName ? '' : (task.actFor[0]?.id ?? ''));
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
      <ConflictBox draft={draft} />
      <ActFor task={task} value={actFor} onChange={setActFor} />
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
