import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  FormGroup,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EvaluatorGroupView } from '../../../processes/grant/evaluatorGroupViews';
import type { PersonRef } from '../../../processes/views';
import type { Act } from '../api/useAct';
import { useRows } from '../api/reads';
import type { Chosen } from './acts';
import { GroupSelect } from './GroupSelect';

interface EvaluatorsDialogProps {
  readonly title: string;
  readonly chosen: readonly string[];
  /** For many: offers a group, and sharing, where each application gets so many of them. */
  readonly sharing: boolean;
  /** May nobody be chosen: then the programme's evaluators evaluate. */
  readonly mayBeEmpty: boolean;
  readonly act: Act;
  readonly onClose: () => void;
  readonly onConfirm: (chosen: Chosen, each: number | undefined) => Promise<void>;
}

/** Who of the group can evaluate today. */
const today = ({ people }: EvaluatorGroupView): string =>
  people
    .filter(({ evaluates }) => evaluates)
    .map(({ name }) => name)
    .join(', ');

/** Chooses evaluators for one case or for many. */
export function EvaluatorsDialog({ title, chosen, sharing, mayBeEmpty, act, onClose, onConfirm }: EvaluatorsDialogProps) {
  const translate = useTranslate();
  const people = useRows<PersonRef>('people', { role: 'evaluator' });
  const [ids, setIds] = useState<readonly string[]>(chosen);
  const [each, setEach] = useState('');
  const [group, setGroup] = useState<EvaluatorGroupView | null>(null);
  const said = act.error ? [act.error.message, ...Object.values(act.error.errors)].join(' ') : null;
  const count = each.trim() === '' ? undefined : Number(each);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        {sharing && <GroupSelect value={group?.id ?? null} none={translate('postup.evaluation.groups.byName')} onChange={setGroup} />}
        {group && (
          <Typography variant="body2" sx={{ my: 1 }}>
            {translate('postup.evaluation.groups.today', { names: today(group) })}
          </Typography>
        )}
        <FormGroup sx={{ display: group ? 'none' : undefined }}>
          {(people.data ?? []).map(({ id, name }) => (
            <FormControlLabel
              key={id}
              label={name}
              control={
                <Checkbox
                  checked={ids.includes(id)}
                  onChange={(_, on) => setIds(on ? [...ids, id] : ids.filter((other) => other !== id))}
                />
              }
            />
          ))}
        </FormGroup>
        {sharing && (
          <TextField
            label={translate('postup.evaluation.assign.each')}
            helperText={translate('postup.evaluation.assign.eachHint')}
            value={each}
            onChange={(event) => setEach(event.target.value.replace(/\D/g, ''))}
            slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 2 } }}
            fullWidth
            margin="normal"
          />
        )}
        {said !== null && <Alert severity="error">{said}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('postup.words.cancel')}</Button>
        <Button
          variant="contained"
          disabled={act.busy || (!group && ids.length === 0 && !mayBeEmpty)}
          onClick={() => void onConfirm(group ? { groupId: group.id } : { evaluatorIds: ids }, count)}
        >
          {translate('postup.evaluation.assign.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
