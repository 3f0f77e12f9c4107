import { MenuItem, TextField } from '@mui/material';
import { useCanAccess, useTranslate } from 'react-admin';
import type { ProgrammeView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { useAreaChoices } from './AreaInputs';

const said = ({ fund, area }: ProgrammeView): string => (fund === null ? area : `${fund.name} – ${area}`);

/** Where the programme belongs. A published one has no form any more, and may still be put in an area: that changes none of its terms. */
export function Place({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const act = useAct();
  const choices = useAreaChoices(programme);
  const { canAccess: mayEdit = false } = useCanAccess({ resource: 'programmes', action: 'edit' });
  if (programme.state === 'draft' || !mayEdit || choices === null || choices.length === 0) return <>{said(programme)}</>;
  const place = (areaId: string | null): void =>
    void act.run(
      (provider) => provider.update('programmes', { id: programme.id, data: { areaId }, previousData: programme }),
      areaId,
      'postup.programmes.placed',
    );
  return (
    <TextField
      select
      size="small"
      margin="none"
      value={programme.areaId ?? ''}
      disabled={act.busy}
      onChange={(event) => place(event.target.value === '' ? null : event.target.value)}
      slotProps={{ select: { displayEmpty: true, inputProps: { 'aria-label': translate('postup.programmes.area') } } }}
      sx={{ width: '100%', maxWidth: 420, '& .MuiSelect-select': { whiteSpace: 'normal' } }}
    >
      <MenuItem value="">
        {programme.areaId === null && programme.area !== '' ? programme.area : translate('postup.programmes.noArea')}
      </MenuItem>
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
