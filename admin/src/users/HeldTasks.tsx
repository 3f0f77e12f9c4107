import { Box, Button, List, ListItem, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import type { TaskRow, UserView } from '../../../processes/views';
import { useRows } from '../api/reads';
import { useWords } from '../i18n/useWords';
import { CaseLink } from '../shared/CaseLink';
import { ReassignDialog } from '../task/TaskTools';

function Held({ task }: { readonly task: TaskRow }) {
  const translate = useTranslate();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { canAccess: mayReassign = false } = useCanAccess({ resource: 'tasks', action: 'reassign' });
  return (
    <ListItem disableGutters sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
        <Typography variant="body2" component="p">
          {words(task.title)}
        </Typography>
        <Typography variant="body2" component="p" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          <CaseLink caseId={task.caseId} number={task.caseNumber} /> {task.caseTitle}
        </Typography>
      </Box>
      {mayReassign && (
        <Button size="small" aria-label={`${translate('postup.users.heldHandOver')}: ${task.caseNumber}`} onClick={() => setOpen(true)}>
          {translate('postup.users.heldHandOver')}
        </Button>
      )}
      {open && <ReassignDialog task={task} onClose={() => setOpen(false)} />}
    </ListItem>
  );
}

/** Open tasks of the person of the page, before they lose their access and after it; nothing where there are none. */
export function HeldTasks() {
  const translate = useTranslate();
  const user = useRecordContext<UserView>();
  const held = useRows<TaskRow>(
    'tasks',
    { holderId: user?.id, state: 'open' },
    { field: 'openedAt', order: 'ASC' },
    200,
    user !== undefined,
  );
  if (!user || !held.data || held.data.length === 0) return null;
  return (
    <Paper component="section" variant="outlined" aria-labelledby="held-tasks" sx={{ p: 2, maxWidth: 560, minWidth: 0, flex: '1 1 280px' }}>
      <Typography id="held-tasks" variant="subtitle1" component="h2">
        {translate('postup.users.held', { count: held.total ?? held.data.length })}
      </Typography>
      <Typography variant="body2">{translate(user.active ? 'postup.users.heldActive' : 'postup.users.heldInactive')}</Typography>
      <List dense disablePadding>
        {held.data.map((task) => (
          <Held key={task.id} task={task} />
        ))}
      </List>
    </Paper>
  );
}
