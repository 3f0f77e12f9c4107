import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { BooleanInput, maxLength, minLength, required, TextInput, useTranslate } from 'react-admin';
import type { AreaView } from '../../../processes/programmeViews';
import type { PostupDataProvider } from '../api/dataProvider';
import { useAct } from '../api/useAct';
import { DialogForm, DialogRefusal } from '../shared/DialogForm';

const FIELDS = ['name', 'description', 'active'];

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
  const dataOf = ({ name = '', description, active = true }: Readonly<Record<string, unknown>>) => ({
    name,
    description: description ?? '',
    active,
  });
  const work = (provider: PostupDataProvider, data: object): Promise<unknown> =>
    area === null
      ? provider.create('areas', { data: { ...data, fundId } })
      : provider.update('areas', { id: area.id, data, previousData: area });
  const record: Partial<AreaView> = area ?? { name: '', description: '', active: true };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="area-dialog">
      <DialogForm record={record} act={act} dataOf={dataOf} work={work} done="postup.funds.areaSaved" onDone={onClose}>
        <DialogTitle id="area-dialog">{translate(area === null ? 'postup.funds.addArea' : 'postup.funds.editArea')}</DialogTitle>
        <DialogContent>
          <DialogRefusal act={act} fields={FIELDS} />
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
      </DialogForm>
    </Dialog>
  );
}
