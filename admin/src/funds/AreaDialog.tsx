import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { BooleanInput, Form, maxLength, minLength, required, TextInput, useTranslate } from 'react-admin';
import type { AreaView } from '../../../processes/programmeViews';
import { useAct } from '../api/useAct';

interface AreaDialogProps {
  readonly fundId: string;
  /** Null: a new one. */
  readonly area: AreaView | null;
  readonly onClose: () => void;
}

/** Makes an area of the fund, or changes it. */
export function AreaDialog({ fundId, area, onClose }: AreaDialogProps) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const save = async (typed: object): Promise<void> => {
    const { name = '', description, active = true } = typed as Partial<AreaView>;
    const data = { name, description: description ?? '', active };
    const done = await act.run(
      (provider) =>
        area === null
          ? provider.create('areas', { data: { ...data, fundId } })
          : provider.update('areas', { id: area.id, data, previousData: area }),
      data,
      'postup.funds.areaSaved',
    );
    if (done) onClose();
  };
  const record: Partial<AreaView> = area ?? { name: '', description: '', active: true };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="area-dialog">
      <Form record={record} onSubmit={save}>
        <DialogTitle id="area-dialog">{translate(area === null ? 'postup.funds.addArea' : 'postup.funds.editArea')}</DialogTitle>
        <DialogContent>
          {act.error && (
            <Alert severity="error" sx={{ mb: 1 }}>
              {act.error.message}
              {Object.values(act.error.errors).map((text) => (
                <div key={text}>{text}</div>
              ))}
            </Alert>
          )}
          <TextInput
            source="name"
            label="postup.funds.areaName"
            helperText="postup.programmes.help.area"
            validate={[required(), minLength(2), maxLength(200)]}
            fullWidth
          />
          <TextInput source="description" label="postup.funds.description" validate={maxLength(20_000)} multiline minRows={2} fullWidth />
          <BooleanInput source="active" label="postup.funds.active" helperText="postup.funds.help.areaActive" />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('postup.words.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={act.busy}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
