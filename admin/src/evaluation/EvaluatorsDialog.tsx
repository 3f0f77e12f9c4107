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
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { PersonRef } from '../../../processes/views';
import type { Act } from '../api/useAct';
import { useRows } from '../api/reads';

interface EvaluatorsDialogProps {
  readonly title: string;
  readonly chosen: readonly string[];
  /** Offers sharing: each application gets so many of them. */
  readonly sharing: boolean;
  /** May nobody be chosen: then the programme's evaluators evaluate. */
  readonly mayBeEmpty: boolean;
  readonly act: Act;
  readonly onClose: () => void;
  readonly onConfirm: (evaluatorIds: readonly string[], each: number | undefined) => Promise<void>;
}

/** Chooses evaluators for one case or for many. */
export function EvaluatorsDialog({ title, chosen, sharing, mayBeEmpty, act, onClose, onConfirm }: EvaluatorsDialogProps) {
  const translate = useTranslate();
  const people = useRows<PersonRef>('people', { role: 'evaluator' });
  const [ids, setIds] = useState<readonly string[]>(chosen);
  const [each, setEach] = useState('');
  const said = act.error ? [act.error.message, ...Object.values(act.error.errors)].join(' ') : null;
  const count = each.trim() === '' ? undefined : Number(each);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <FormGroup>
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
        <Button variant="contained" disabled={act.busy || (ids.length === 0 && !mayBeEmpty)} onClick={() => void onConfirm(ids, count)}>
          {translate('postup.evaluation.assign.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
