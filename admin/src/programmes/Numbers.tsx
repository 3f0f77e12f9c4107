import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { ProgrammeView } from '../../../processes/views';
import type { ProgrammeApplications } from '../api/dataProvider';
import { useOne } from '../api/reads';
import { useWords } from '../i18n/useWords';
import { Loaded } from '../shared/Loaded';
import { byStatus } from './sums';

function Figure({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <Paper sx={{ p: 1.5, minWidth: 150 }}>
      <Typography variant="h6" component="p" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {text}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {label}
      </Typography>
    </Paper>
  );
}

function Bars({ cases }: { readonly cases: ProgrammeApplications['cases'] }) {
  const words = useWords();
  const groups = byStatus(cases);
  const most = Math.max(1, ...groups.map((group) => group.count));
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(120px, max-content) 1fr', columnGap: 2, rowGap: 0.5, m: 0, maxWidth: 560 }}
    >
      {groups.map(({ example, count }) => [
        <Typography key={`${example.statusTitle.cs}-label`} component="dt" variant="body2">
          {words(example.statusTitle)}
        </Typography>,
        <Box key={`${example.statusTitle.cs}-value`} component="dd" sx={{ m: 0, display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box sx={{ height: 12, width: `${(count / most) * 80}%`, bgcolor: 'primary.main', borderRadius: 0.5 }} />
          <Typography variant="body2">{count}</Typography>
        </Box>,
      ])}
    </Box>
  );
}

/** The programme in numbers: how many, how much, and where they are. */
export function Numbers({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const read = useOne<ProgrammeApplications>('programmeApplications', programme.id);
  const { counts } = programme;
  return (
    <Box>
      {counts && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
          <Figure label={translate('postup.programmes.applications')} text={String(counts.applications)} />
          <Figure label={translate('postup.programmes.requested')} text={formatMoney(counts.requested)} />
          <Figure label={translate('postup.programmes.awarded')} text={formatMoney(counts.awarded)} />
          <Figure label={translate('postup.programmes.paid')} text={formatMoney(counts.paid)} />
        </Box>
      )}
      <Typography variant="subtitle2" component="h2" gutterBottom>
        {translate('postup.programmes.byStatus')}
      </Typography>
      <Loaded read={read}>{({ cases }) => <Bars cases={cases} />}</Loaded>
    </Box>
  );
}
