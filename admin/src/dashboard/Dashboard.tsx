import { Box, ButtonBase, List, Paper, Typography } from '@mui/material';
import { LinkBase, Title, useNavigate, useTranslate } from 'react-admin';
import type { SessionView, TaskRow } from '../../../processes/views';
import { useRows } from '../api/reads';
import { can } from '../auth/access';
import { useSession } from '../auth/useSession';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { TaskLine } from '../tasks/TaskLine';
import { addressOf, figuresFor, type Figure } from './numbers';

function FigureLink({ figure }: { readonly figure: Figure }) {
  const translate = useTranslate();
  const { total, error } = useRows(figure.resource, figure.filter, undefined, 1);
  const alarming = figure.alarming === true && (total ?? 0) > 0;
  return (
    <Paper sx={{ flex: '1 1 150px', maxWidth: 260 }}>
      <ButtonBase
        component={LinkBase}
        to={addressOf(figure)}
        sx={{ display: 'block', p: 1.5, width: '100%', textAlign: 'left', borderRadius: 1, '&:hover': { bgcolor: 'action.hover' } }}
      >
        <Typography
          component="span"
          sx={{
            display: 'block',
            fontSize: '1.8rem',
            lineHeight: 1.2,
            fontWeight: 600,
            fontVariantNumeric: 'tabular-nums',
            color: alarming ? 'error.main' : 'text.primary',
          }}
        >
          {error ? '–' : (total ?? '…')}
        </Typography>
        <Typography component="span" variant="body2" color="text.secondary">
          {translate(`postup.dashboard.${figure.title}`)}
        </Typography>
      </ButtonBase>
    </Paper>
  );
}

const SOON = 6;

function Nearest({ me, begins }: { readonly me: string; readonly begins: boolean }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const read = useRows<TaskRow>('tasks', { scope: 'groups' }, { field: 'dueAt', order: 'ASC' }, SOON);
  return (
    <Paper sx={{ mt: 2 }}>
      <Typography variant="subtitle2" component="h3" sx={{ p: 1, pb: 0.5 }}>
        {translate('postup.dashboard.dueSoon')}
      </Typography>
      <Loaded read={read}>
        {(tasks) =>
          tasks.length === 0 ? (
            <EmptyState
              text={begins ? 'postup.dashboard.nothingYetBegin' : 'postup.dashboard.nothing'}
              {...(begins && { action: 'postup.dashboard.toCases', onAction: () => navigate('/cases') })}
            />
          ) : (
            <List disablePadding>
              {tasks.map((task) => (
                <TaskLine key={task.id} task={task} me={me} selected={false} onOpen={() => navigate(`/tasks/${task.id}`)} />
              ))}
            </List>
          )
        }
      </Loaded>
    </Paper>
  );
}

function Content({ view }: { readonly view: SessionView }) {
  const translate = useTranslate();
  return (
    <>
      <Typography variant="h5" component="h2" sx={{ my: 1.5 }}>
        {translate('postup.dashboard.greeting', { name: view.user.name })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        {figuresFor(view.user.roles).map((figure) => (
          <FigureLink key={figure.title} figure={figure} />
        ))}
      </Box>
      {can(view, 'tasks', 'claim') && <Nearest me={view.user.id} begins={can(view, 'cases', 'create')} />}
    </>
  );
}

/** Five numbers that are links, and the nearest due days; no decoration. */
export default function Dashboard() {
  const translate = useTranslate();
  const view = useSession();
  return (
    <>
      <Title title={translate('postup.dashboard.title')} />
      {view && <Content view={view} />}
    </>
  );
}
