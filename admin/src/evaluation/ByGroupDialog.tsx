import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Act } from '../api/useAct';
import { GroupSelect } from './GroupSelect';

interface ByGroupDialogProps {
  readonly act: Act;
  readonly onClose: () => void;
  /** @param groupId null: by all groups that are for the case */
  readonly onConfirm: (groupId: string | null) => Promise<void>;
}

/** Adds evaluators to one case by groups. */
export function ByGroupDialog({ act, onClose, onConfirm }: ByGroupDialogProps) {
  const translate = useTranslate();
  const [groupId, setGroupId] = useState<string | null>(null);
  const said = act.error ? (act.error.errors.groupId ?? act.error.message) : null;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{translate('postup.evaluation.groups.add')}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="text.secondary" gutterBottom>
          {translate('postup.evaluation.groups.addHint')}
        </Typography>
        <GroupSelect
          value={groupId}
          none={translate('postup.evaluation.groups.fitting')}
          onChange={(group) => {
            act.forget();
            setGroupId(group?.id ?? null);
          }}
        />
        {said !== null && <Alert severity="error">{said}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('postup.words.cancel')}</Button>
        <Button variant="contained" disabled={act.busy} onClick={() => void onConfirm(groupId)}>
          {translate('postup.evaluation.groups.addConfirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
