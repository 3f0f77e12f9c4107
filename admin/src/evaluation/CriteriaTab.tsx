import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { Alert, Box, Button, IconButton, TextField, Typography } from '@mui/material';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { CriteriaView } from '../../../processes/grant/evaluationViews';
import type { ProgrammeView } from '../../../processes/views';
import { useOne } from '../api/reads';
import { useAct } from '../api/useAct';
import { useWords } from '../i18n/useWords';
import { Loaded } from '../shared/Loaded';
import { saveCriteria, saveNeeded } from './acts';
import { added, criterionOf, edited, isFull, moved, shares, type Edited } from './criteriaEditing';

type Read = CriteriaView & { readonly id: string };

interface CriteriaTabProps {
  readonly programme: ProgrammeView;
  readonly onUnsaved: (unsaved: boolean) => void;
}

const STEP: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowUp: -1, ArrowDown: 1 };

/** How many evaluations should count. */
function Needed({
  view,
  programmeId,
  mayEdit,
  again,
}: {
  readonly view: Read;
  readonly programmeId: string;
  readonly mayEdit: boolean;
  readonly again: () => void;
}) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const [text, setText] = useState(String(view.needed));
  const save = async (): Promise<void> => {
    const needed = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
    if (await act.run(() => saveNeeded(programmeId, needed, view.programmeVersion), needed, 'postup.evaluation.criteria.saved')) again();
  };
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap', mb: 2 }}>
      <TextField
        label={translate('postup.evaluation.needed')}
        helperText={act.error?.errors.needed ?? translate('postup.evaluation.neededHint')}
        error={act.error?.errors.needed !== undefined}
        value={text}
        disabled={!mayEdit}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 2 } }}
        sx={{ maxWidth: 420 }}
      />
      {mayEdit && text.trim() !== String(view.needed) && (
        <Button disabled={act.busy} onClick={() => void save()} sx={{ mt: 1 }}>
          {translate('postup.words.save')}
        </Button>
      )}
    </Box>
  );
}

interface LineProps {
  readonly one: Edited;
  readonly place: number;
  readonly of: number;
  readonly share: number;
  readonly readOnly: boolean;
  readonly errorOf: (part: string) => string | undefined;
  readonly onChange: (part: Partial<Edited>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One criterion. Alt with an arrow moves it, from any of its fields. */
function Line({ one, place, of, share, readOnly, errorOf, onChange, onMove, onRemove }: LineProps) {
  const translate = useTranslate();
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = STEP[event.key];
    if (by === undefined || !event.altKey || readOnly) return;
    event.preventDefault();
    onMove(by);
  };
  const field = (name: 'title' | 'help' | 'maxPoints' | 'weight', more: object = {}) => (
    <TextField
      id={`criterion-${one.id}-${name}`}
      label={translate(`postup.evaluation.criteria.${name === 'title' ? 'name' : name}`)}
      value={one[name]}
      disabled={readOnly}
      error={errorOf(name) !== undefined}
      helperText={errorOf(name)}
      onChange={(event) => onChange({ [name]: event.target.value })}
      fullWidth
      {...more}
    />
  );
  const tool = (name: 'up' | 'down' | 'remove'): string => translate(`postup.evaluation.criteria.${name}`, { title: one.title });
  return (
    <Box
      component="li"
      onKeyDown={onKeyDown}
      aria-label={`${place + 1}. ${one.title}`}
      sx={{
        borderBottom: 1,
        borderColor: 'divider',
        py: 1.5,
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 110px 110px auto' },
      }}
    >
      {field('title', { slotProps: { htmlInput: { maxLength: 150 } } })}
      {field('maxPoints', { slotProps: { htmlInput: { inputMode: 'numeric', maxLength: 4 } } })}
      {field('weight', { slotProps: { htmlInput: { inputMode: 'numeric', maxLength: 4 } } })}
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography variant="body2" sx={{ minWidth: 48 }} title={translate('postup.evaluation.criteria.share')}>
          {share} %
        </Typography>
        {!readOnly && (
          <>
            <IconButton size="small" aria-label={tool('up')} disabled={place === 0} onClick={() => onMove(-1)}>
              <UpIcon fontSize="small" />
            </IconButton>
            <IconButton size="small" aria-label={tool('down')} disabled={place === of - 1} onClick={() => onMove(1)}>
              <DownIcon fontSize="small" />
            </IconButton>
            <IconButton size="small" aria-label={tool('remove')} disabled={of === 1} onClick={onRemove}>
              <RemoveIcon fontSize="small" />
            </IconButton>
          </>
        )}
      </Box>
      <Box sx={{ gridColumn: { sm: '1 / -1' } }}>{field('help', { multiline: true, slotProps: { htmlInput: { maxLength: 2000 } } })}</Box>
    </Box>
  );
}

function Editor({
  view,
  programmeId,
  mayEdit,
  again,
  onUnsaved,
}: {
  readonly view: Read;
  readonly programmeId: string;
  readonly mayEdit: boolean;
  readonly again: () => void;
  readonly onUnsaved: (unsaved: boolean) => void;
}) {
  const translate = useTranslate();
  const words = useWords();
  const act = useAct({ quiet: true });
  const [list, setList] = useState<readonly Edited[]>(() => view.criteria.map(edited));
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const focus = useRef<string | null>(null);
  const readOnly = !mayEdit || view.frozen !== null;
  const changed = JSON.stringify(list.map(criterionOf)) !== JSON.stringify(view.criteria);
  const errors = act.error?.errors ?? {};
  const each = shares(list);

  useEffect(() => onUnsaved(changed), [changed, onUnsaved]);
  useEffect(() => () => onUnsaved(false), [onUnsaved]);
  useEffect(() => {
    if (focus.current === null) return;
    document.getElementById(focus.current)?.focus();
    focus.current = null;
  }, [list]);

  const move = (place: number, by: 1 | -1): void => {
    const next = moved(list, place, by);
    if (next === list) return;
    focus.current = `criterion-${list[place]?.id ?? ''}-title`;
    setSaid(translate('postup.evaluation.criteria.movedTo', { title: list[place]?.title ?? '', place: place + by + 1 }));
    setList(next);
  };
  const add = (): void => {
    const next = added(list);
    focus.current = `criterion-${next.at(-1)?.id ?? ''}-title`;
    setList(next);
  };
  const save = async (): Promise<void> => {
    const criteria = list.map(criterionOf);
    if (
      await act.run(
        () => saveCriteria(programmeId, criteria, reason, view.version),
        { criteria, reason },
        'postup.evaluation.criteria.saved',
      )
    )
      again();
  };
  return (
    <>
      {view.frozen !== null && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {words(view.frozen)}
        </Alert>
      )}
      <Typography variant="body2" color="text.secondary">
        {translate('postup.evaluation.criteria.hint')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }} aria-label={translate('postup.evaluation.criteria.title')}>
        {list.map((one, place) => (
          <Line
            key={one.id}
            one={one}
            place={place}
            of={list.length}
            share={each[place] ?? 0}
            readOnly={readOnly}
            errorOf={(part) => errors[`criteria.${place}.${part}`]}
            onChange={(part) => setList(list.map((other, at) => (at === place ? { ...other, ...part } : other)))}
            onMove={(by) => move(place, by)}
            onRemove={() => setList(list.filter((_, at) => at !== place))}
          />
        ))}
      </Box>
      <Box role="status" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}>
        {said}
      </Box>
      {!readOnly && (
        <Box sx={{ mt: 1.5, display: 'grid', gap: 1.5, justifyItems: 'start' }}>
          <Button disabled={isFull(list)} onClick={add}>
            {translate('postup.evaluation.criteria.add')}
          </Button>
          {view.needsReason && changed && (
            <TextField
              label={translate('postup.evaluation.criteria.reason')}
              helperText={errors.reason ?? translate('postup.evaluation.criteria.reasonHint')}
              error={errors.reason !== undefined}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              multiline
              required
              fullWidth
              slotProps={{ htmlInput: { maxLength: 1000 } }}
            />
          )}
          {act.error && Object.keys(errors).length === 0 && <Alert severity="error">{act.error.message}</Alert>}
          <Button variant="contained" disabled={act.busy || !changed} onClick={() => void save()}>
            {translate('postup.evaluation.criteria.save')}
          </Button>
        </Box>
      )}
    </>
  );
}

/** By what the programme's applications are scored, and how many evaluations should count. */
export function CriteriaTab({ programme, onUnsaved }: CriteriaTabProps) {
  const read = useOne<Read>('programmeCriteria', programme.id, { fresh: true });
  const { canAccess: mayEdit = false } = useCanAccess({ resource: 'programmes', action: 'edit' });
  return (
    <Loaded read={read} lines={5}>
      {(view) => (
        <Box key={`${view.version}/${view.programmeVersion}`}>
          <Needed view={view} programmeId={programme.id} mayEdit={mayEdit && programme.state !== 'closed'} again={read.again} />
          <Editor view={view} programmeId={programme.id} mayEdit={mayEdit} again={read.again} onUnsaved={onUnsaved} />
        </Box>
      )}
    </Loaded>
  );
}
