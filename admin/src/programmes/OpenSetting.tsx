import { FormControlLabel, Switch, Typography } from '@mui/material';
import { useCanAccess, useTranslate } from 'react-admin';
import type { ProgrammeView } from '../../../processes/views';
import { useAct } from '../api/useAct';

interface OpenSettingProps {
  readonly programme: ProgrammeView;
  readonly field: 'deMinimis' | 'asksPastSupport';
  /** What the setting is called. */
  readonly label: string;
}

/** A setting that stays open after the publication, for it changes none of the terms (§ 10c): a published programme has no form any more, so it is changed here. */
export function OpenSetting({ programme, field, label }: OpenSettingProps) {
  const translate = useTranslate();
  const act = useAct();
  const { canAccess: mayEdit = false } = useCanAccess({ resource: 'programmes', action: 'edit' });
  const on = programme[field];
  const said = translate(`postup.programmes.${on ? 'asksYes' : 'asksNo'}`);
  if (programme.state !== 'published' || !mayEdit) return <>{said}</>;
  const set = (wanted: boolean): void =>
    void act.run(
      (provider) => provider.update('programmes', { id: programme.id, data: { [field]: wanted }, previousData: programme }),
      [field, wanted, programme.version],
      'postup.programmes.settingSaved',
    );
  return (
    <>
      <FormControlLabel
        label={said}
        sx={{ ml: 0, gap: 0.5 }}
        control={
          <Switch
            size="small"
            checked={on}
            disabled={act.busy}
            onChange={(_, wanted) => set(wanted)}
            slotProps={{ input: { 'aria-label': label, 'aria-describedby': `open-${field}` } }}
          />
        }
      />
      <Typography id={`open-${field}`} variant="caption" component="p" color="text.secondary" sx={{ maxWidth: 720 }}>
        {translate(`postup.programmes.stillOpen.${field}`)}
      </Typography>
    </>
  );
}
