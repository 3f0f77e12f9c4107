import { Alert, Box, Chip, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { roles } from '../../../processes/roles';
import type { CaseView, TaskRow, TaskView } from '../../../processes/views';
import { useOne } from '../api/reads';
import { useSession } from '../auth/useSession';
import { TaskMovements } from '../bank/TaskMovements';
import { useWords } from '../i18n/useWords';
import { formatDate } from '../shared/dates';
import { DueText } from '../shared/DueText';
import { Loaded } from '../shared/Loaded';
import { ValueList } from '../shared/ValueList';
import { TaskForm } from './TaskForm';
import { TaskTools } from './TaskTools';

function whoHas(
  task: TaskRow,
  me: string | undefined,
  words: ReturnType<typeof useWords>,
  translate: ReturnType<typeof useTranslate>,
): string {
  const person = task.claimedBy ?? task.assignee;
  if (person) return person.id === me ? translate('postup.tasks.youHave') : person.name;
  // An applicant does not take tasks from a group.
  if (task.role === 'applicant') return words(roles.applicant);
  return `${words(roles[task.role])}, ${translate('postup.tasks.unclaimed')}`;
}

function OneTask({ task, onDone }: { readonly task: TaskView; readonly onDone: () => void }) {
  const translate = useTranslate();
  const words = useWords();
  const me = useSession()?.user.id;
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'baseline' }}>
        <Typography variant="h6" component="h2" id="task-title" tabIndex={-1}>
          {words(task.title)}
        </Typography>
        <DueText dueAt={task.dueAt} stopped={task.clockStopped} />
      </Box>
      <Typography variant="body2">{words(task.instruction)}</Typography>
      {task.provision !== null && (
        <Typography variant="caption" color="text.secondary" component="p">
          {translate('postup.form.provision')} {task.provision}
        </Typography>
      )}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
        {whoHas(task, me, words, translate)}
        {task.followUpOn !== null && ` · ${translate('postup.tasks.followUpOn', { date: formatDate(task.followUpOn) })}`}
      </Typography>
      {me !== undefined && <TaskTools task={task} me={me} />}
      <ValueList values={task.params} />
      <TaskMovements task={task} onDone={onDone} />
      {task.mayAct && me !== undefined && (
        <Box sx={{ mt: 1.5 }}>
          <TaskForm key={task.id} task={task} personId={me} onDone={onDone} />
        </Box>
      )}
      {!task.mayAct && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {task.role === 'applicant' ? translate('postup.cases.waitingForApplicant') : words(task.whyNot)}
        </Alert>
      )}
    </Box>
  );
}

interface TaskPanelProps {
  readonly view: CaseView;
  /** The task chosen by the reader; otherwise the first one that is open. */
  readonly taskId: string | null;
  readonly onChoose: (taskId: string) => void;
  readonly onDone: () => void;
}

/** The right third of a case: what is to be done now, always in sight. */
export function TaskPanel({ view, taskId, onChoose, onDone }: TaskPanelProps) {
  const translate = useTranslate();
  const words = useWords();
  const session = useSession();
  const me = session?.user.id;
  const own = view.openTasks.find((task) => task.assignee?.id === me || task.claimedBy?.id === me);
  const wanted = view.openTasks.filter(({ optional }) => !optional);
  const mine = wanted.find(({ role }) => session?.user.roles.includes(role) === true);
  const chosen = view.openTasks.find((task) => task.id === taskId) ?? own ?? mine ?? wanted[0] ?? null;
  const listed = view.openTasks.filter((task) => !task.optional || task.id === chosen?.id);
  const read = useOne<TaskView>('tasks', chosen?.id ?? null, { fresh: true });
  return (
    <Paper component="aside" aria-label={translate('postup.tasks.title')} sx={{ p: 1.5 }}>
      {view.suspended && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {translate('postup.form.locked')}
        </Alert>
      )}
      {listed.length > 1 && (
        <Box component="nav" aria-label={translate('postup.cases.otherTasks')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mb: 1 }}>
          {listed.map((task) => (
            <Chip
              key={task.id}
              size="small"
              label={`${words(task.title)}${task.assignee ? `: ${task.assignee.name}` : ''}`}
              color={task.id === chosen?.id ? 'primary' : 'default'}
              variant={task.id === chosen?.id ? 'filled' : 'outlined'}
              onClick={() => onChoose(task.id)}
            />
          ))}
        </Box>
      )}
      {chosen ? (
        <Loaded read={read} lines={6}>
          {(task) => <OneTask task={task} onDone={onDone} />}
        </Loaded>
      ) : (
        <Typography variant="body2" color="text.secondary">
          {translate('postup.cases.noTask')}
        </Typography>
      )}
    </Paper>
  );
}
