import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { TaskRow, TaskView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { addDays, dayOf } from '../shared/dates';
import { PersonSelect } from '../shared/PersonSelect';
import { ReasonDialog } from '../shared/ReasonDialog';
import { useNow } from '../shared/useNow';

type Open = 'reassign' | 'followUp' | null;

function FollowUpDialog({ task, onClose }: { readonly task: TaskView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const act = useAct();
  const now = useNow();
  const [day, setDay] = useState(task.followUpOn ?? addDays(dayOf(now), 7));
  const save = async (on: string | null): Promise<void> => {
    const done = await act.run(
      (provider) => provider.followUp(task.id, on),
      { on },
      on === null ? 'postup.tasks.followUpCleared' : 'postup.tasks.followUpSaved',
    );
    if (done) onClose();
  };
  return (
    <Dialog open onClose={onClose}>
      <DialogTitle>{translate('postup.tasks.followUpSet')}</DialogTitle>
      <DialogContent>
        <TextField
          type="date"
          label={translate('postup.tasks.followUpDay')}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          fullWidth
          autoFocus
        />
      </DialogContent>
      <DialogActions>
        {task.followUpOn !== null && <Button onClick={() => void save(null)}>{translate('postup.tasks.followUpClear')}</Button>}
        <Button onClick={onClose}>{translate('postup.words.cancel')}</Button>
        <Button variant="contained" disabled={act.busy || day === ''} onClick={() => void save(day)}>
          {translate('postup.words.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Gives the task to somebody else, with the reason. */
export function ReassignDialog({ task, onClose }: { readonly task: TaskRow; readonly onClose: () => void }) {
  const act = useAct();
  const [person, setPerson] = useState('');
  return (
    <ReasonDialog
      title="postup.tasks.reassign"
      confirm="postup.tasks.reassign"
      keptAs={`reassign.${task.id}`}
      busy={act.busy}
      ready={person !== ''}
      onClose={onClose}
      onConfirm={(reason) =>
        act.run((provider) => provider.reassign(task.id, person, reason), { person, reason }, 'postup.tasks.reassigned')
      }
    >
      <PersonSelect
        label="postup.tasks.reassignTo"
        role={task.role}
        value={person}
        onChange={setPerson}
        except={task.assignee?.id ?? task.claimedBy?.id}
      />
    </ReasonDialog>
  );
}

/** Who takes care of the task: claim, give back, hand over, follow up. */
export function TaskTools({ task, me }: { readonly task: TaskView; readonly me: string }) {
  const translate = useTranslate();
  const act = useAct();
  const [open, setOpen] = useState<Open>(null);
  const { canAccess: mayReassign = false } = useCanAccess({ resource: 'tasks', action: 'reassign' });
  const { canAccess: mayClaim = false } = useCanAccess({ resource: 'tasks', action: 'claim' });
  const mine = task.claimedBy?.id === me;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, my: 0.5 }}>
      {task.mayClaim && !mine && (
        <Button
          size="small"
          variant="outlined"
          disabled={act.busy}
          onClick={() => void act.run((provider) => provider.claim(task.id), 'claim', 'postup.tasks.claimed')}
        >
          {translate('postup.tasks.claim')}
        </Button>
      )}
      {mine && (
        <Button
          size="small"
          disabled={act.busy}
          onClick={() => void act.run((provider) => provider.release(task.id), 'release', 'postup.tasks.released')}
        >
          {translate('postup.tasks.release')}
        </Button>
      )}
      {mayReassign && task.role !== 'applicant' && (
        <Button size="small" onClick={() => setOpen('reassign')}>
          {translate('postup.tasks.reassign')}
        </Button>
      )}
      {mayClaim && (
        <Button size="small" onClick={() => setOpen('followUp')}>
          {translate('postup.tasks.followUpSet')}
        </Button>
      )}
      {open === 'reassign' && <ReassignDialog task={task} onClose={() => setOpen(null)} />}
      {open === 'followUp' && <FollowUpDialog task={task} onClose={() => setOpen(null)} />}
    </Box>
  );
}
