import KeyboardIcon from '@mui/icons-material/KeyboardOutlined';
import { Box, Button, List, Paper, Skeleton, TextField, Typography } from '@mui/material';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ListBase, Pagination, Title, useListContext, useLocation, useNavigate, useTranslate } from 'react-admin';
import type { TaskRow } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { useSession } from '../auth/useSession';
import { CsvButton } from '../shared/CsvButton';
import { EmptyState } from '../shared/EmptyState';
import { useFilter } from '../shared/useFilter';
import { commandOf } from './keys';
import { KeysDialog } from './KeysDialog';
import { OpenCase } from './OpenCase';
import { Rail } from './Rail';
import { TaskLine } from './TaskLine';
import { useAsking, type Asking } from './useAsking';

/** The task opened over the list, from the address `/tasks/<id>`. */
function useOpenTask(): [string | null, (taskId: string | null) => void] {
  const location = useLocation();
  const navigate = useNavigate();
  const taskId = /^\/tasks\/([^/]+)/.exec(location.pathname)?.[1] ?? null;
  return [taskId, (next) => navigate({ pathname: next === null ? '/tasks' : `/tasks/${next}`, search: location.search })];
}

function Search({ field, asking }: { readonly field: React.RefObject<HTMLInputElement | null>; readonly asking: Asking }) {
  const translate = useTranslate();
  const filter = useFilter();
  const asked = typeof filter.q === 'string' ? filter.q : '';
  const [text, setText] = useState(asked);
  const [seen, setSeen] = useState(asked);
  // What was typed here comes back through the address a moment later, while the next key may be down already: that is no change from elsewhere.
  const [typed, setTyped] = useState<readonly string[]>([]);
  if (asked !== seen) {
    setSeen(asked);
    if (!typed.includes(asked)) setText(asked);
    if (asked === text) setTyped([]);
  }
  const change = (next: string): void => {
    setText(next);
    setTyped([...typed, next.trim() === '' ? '' : next]);
    const { q: _, ...rest } = asking.wanted();
    asking.ask(next.trim() === '' ? rest : { ...rest, q: next });
  };
  return (
    <TextField
      inputRef={field}
      type="search"
      label={translate('postup.tasks.search')}
      value={text}
      onChange={(event) => change(event.target.value)}
      sx={{ m: 0, flex: 1, minWidth: { xs: '100%', sm: 180 } }}
    />
  );
}

/** After the panel has appeared, its first field (or button) gets the focus. */
function focusForm(): void {
  const at = document.querySelector<HTMLElement>('aside [id^="field."], aside button[aria-describedby^="next-"]');
  at?.focus();
}

function InboxBody() {
  const translate = useTranslate();
  const me = useSession()?.user.id;
  const { data = [], total, isPending, setSort, sort } = useListContext<TaskRow>();
  const { scope } = useFilter();
  const [openTask, open] = useOpenTask();
  const [at, setAt] = useState(0);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const asking = useAsking();
  const act = useAct();
  const openAt = data.findIndex((task) => task.id === openTask);
  const selected = openAt >= 0 ? openAt : Math.min(at, Math.max(0, data.length - 1));

  const goTo = (index: number): void => {
    const task = data[index];
    if (!task) return;
    setAt(index);
    if (openTask !== null) open(task.id);
  };
  /** From a task that has left the list (done, claimed) the next one is that which took its place. */
  const step = (by: 1 | -1): void => {
    const gone = openTask !== null && openAt < 0;
    goTo(gone && by === 1 ? selected : selected + by);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(event);
    const task = data[selected];
    if (command === null || help) return;
    // A dialog over the case (a reason, a date) has the keys.
    if (document.querySelector('.MuiDialog-root, .MuiMenu-root')) return;
    if (command !== 'escape') event.preventDefault();
    if (command === 'next') step(1);
    if (command === 'previous') step(-1);
    if (command === 'open' && task) open(task.id);
    if (command === 'claim' && task) void act.run((provider) => provider.claim(task.id), task.id, 'postup.tasks.claimed');
    if (command === 'complete' && task) {
      if (openTask === null) open(task.id);
      setTimeout(focusForm, openTask === null ? 600 : 0);
    }
    // Selected as well: what was looked for last is typed over.
    if (command === 'search') search.current?.select();
    if (command === 'help') setHelp(true);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  const mine = scope === 'mine';
  return (
    <Box sx={{ display: 'flex', flexDirection: { xs: 'column', md: 'row' }, gap: 1.5, mt: 1.5, alignItems: 'flex-start' }}>
      <Rail onChoose={asking.ask} />
      <Box sx={{ flex: 1, minWidth: 0, width: '100%' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
          <Search field={search} asking={asking} />
          <TextField
            select
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
            label={translate('postup.tasks.sortBy')}
            value={sort.field}
            onChange={(event) => setSort({ field: event.target.value, order: event.target.value === 'openedAt' ? 'DESC' : 'ASC' })}
            sx={{ m: 0 }}
          >
            <option value="dueAt">{translate('postup.cases.due')}</option>
            <option value="openedAt">{translate('postup.cases.opened')}</option>
            <option value="caseNumber">{translate('postup.cases.number')}</option>
          </TextField>
          <CsvButton />
          <Button
            size="small"
            startIcon={<KeyboardIcon />}
            onClick={() => setHelp(true)}
            sx={{ display: { xs: 'none', md: 'inline-flex' } }}
          >
            {translate('postup.tasks.keys')}
          </Button>
        </Box>
        <Paper>
          <Typography variant="caption" color="text.secondary" component="p" sx={{ px: 1, pt: 0.5 }} role="status">
            {total !== undefined && translate('postup.tasks.count', { smart_count: total })}
          </Typography>
          {isPending && <Skeleton height={120} sx={{ m: 1 }} />}
          {!isPending &&
            data.length === 0 &&
            (mine ? (
              <EmptyState text="postup.tasks.emptyMine" action="postup.tasks.showGroups" onAction={() => asking.ask({ scope: 'groups' })} />
            ) : (
              <EmptyState text="postup.tasks.empty" />
            ))}
          <List disablePadding aria-label={translate('postup.tasks.title')}>
            {data.map((task, index) => (
              <TaskLine
                key={task.id}
                task={task}
                me={me}
                selected={index === selected}
                onOpen={() => {
                  setAt(index);
                  open(task.id);
                }}
              />
            ))}
          </List>
          {total !== undefined && total > data.length && <Pagination rowsPerPageOptions={[25, 50, 100]} />}
        </Paper>
      </Box>
      {help && <KeysDialog onClose={() => setHelp(false)} />}
      {openTask !== null && (
        <OpenCase
          key={openTask}
          taskId={openTask}
          row={data[openAt]}
          position={openAt >= 0 ? { at: openAt, of: data.length } : null}
          onStep={step}
          onClose={() => open(null)}
        />
      )}
    </Box>
  );
}

/** Úkoly: where an officer's day begins and ends. */
export function Inbox() {
  const translate = useTranslate();
  return (
    <ListBase
      resource="tasks"
      perPage={50}
      sort={{ field: 'dueAt', order: 'ASC' }}
      filterDefaultValues={{ scope: 'groups' }}
      queryOptions={{ refetchInterval: 60_000 }}
    >
      <Title title={translate('postup.tasks.title')} />
      <InboxBody />
    </ListBase>
  );
}
