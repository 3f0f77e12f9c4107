import MoreIcon from '@mui/icons-material/MoreVert';
import { Button, Menu, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { useWords } from '../i18n/useWords';
import { addDays, dayOf } from '../shared/dates';
import { ReasonDialog } from '../shared/ReasonDialog';
import { useNow } from '../shared/useNow';

interface DialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

function SuspendDialog({ view, onClose }: DialogProps) {
  const act = useAct();
  return (
    <ReasonDialog
      title="postup.cases.suspend"
      hint="postup.cases.suspendHint"
      confirm="postup.cases.suspend"
      keptAs={`suspend.${view.id}`}
      busy={act.busy}
      onClose={onClose}
      onConfirm={(reason) =>
        act.run((provider, key) => provider.suspend(view.id, reason, key), ['suspend', reason], 'postup.cases.suspended2')
      }
    />
  );
}

const WHOLE_CASE = 'case';

function MoveDialog({ view, onClose }: DialogProps) {
  const translate = useTranslate();
  const words = useWords();
  const act = useAct();
  const now = useNow();
  const runs = view.clock !== null && view.clock.raw.endedAt === null;
  const tasks = view.openTasks.filter((task) => task.dueAt !== null);
  const [which, setWhich] = useState(runs ? WHOLE_CASE : (tasks[0]?.id ?? WHOLE_CASE));
  const [until, setUntil] = useState(() => addDays(dayOf(now), 30));
  const move = (reason: string): Promise<boolean> => {
    const wanted = { taskId: which === WHOLE_CASE ? null : which, until, reason };
    return act.run((provider, key) => provider.moveDeadline(view.id, wanted, key), wanted, 'postup.cases.moved');
  };
  return (
    <ReasonDialog
      title="postup.cases.moveDeadline"
      hint="postup.cases.moveHint"
      confirm="postup.cases.moveDeadline"
      keptAs={`moveDeadline.${view.id}`}
      busy={act.busy}
      ready={until !== ''}
      onClose={onClose}
      onConfirm={move}
    >
      <TextField
        select
        label={translate('postup.cases.moveWhich')}
        value={which}
        onChange={(event) => setWhich(event.target.value)}
        fullWidth
      >
        {view.clock !== null && runs && <MenuItem value={WHOLE_CASE}>{words(view.clock.title)}</MenuItem>}
        {tasks.map((task) => (
          <MenuItem key={task.id} value={task.id}>
            {words(task.title)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        type="date"
        label={translate('postup.cases.moveUntil')}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
        fullWidth
        required
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: dayOf(now) } }}
      />
    </ReasonDialog>
  );
}

type Open = 'suspend' | 'move' | null;

/** Acts on the whole case that are not a step of it: suspend, resume, move a deadline. */
export function CaseActions({ view }: { readonly view: CaseView }) {
  const translate = useTranslate();
  const act = useAct();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const { may } = view;
  if (!may.suspend && !may.resume && !may.moveDeadline) return null;
  const choose = (next: Open): void => {
    setAnchor(null);
    setOpen(next);
  };
  const resume = (): void => {
    setAnchor(null);
    void act.run((provider, key) => provider.resume(view.id, key), ['resume', view.changedAt], 'postup.cases.resumed');
  };
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        endIcon={<MoreIcon />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('postup.cases.actions')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {may.suspend && <MenuItem onClick={() => choose('suspend')}>{translate('postup.cases.suspend')}</MenuItem>}
        {may.resume && (
          <MenuItem disabled={act.busy} onClick={resume}>
            {translate('postup.cases.resume')}
          </MenuItem>
        )}
        {may.moveDeadline && <MenuItem onClick={() => choose('move')}>{translate('postup.cases.moveDeadline')}</MenuItem>}
      </Menu>
      {open === 'suspend' && <SuspendDialog view={view} onClose={() => setOpen(null)} />}
      {open === 'move' && <MoveDialog view={view} onClose={() => setOpen(null)} />}
    </>
  );
}
