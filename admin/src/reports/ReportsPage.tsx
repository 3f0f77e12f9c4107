import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, MenuItem, Tab, Tabs, TextField } from '@mui/material';
import { CanAccess, Title, useStore, useTranslate } from 'react-admin';
import type { Comparison as ComparisonView } from '../../../processes/reportViews';
import { useOne } from '../api/reads';
import { Denied } from '../layout/Denied';
import { Budget } from './Budget';
import { Comparison } from './Comparison';

/** Programmes and years compared, and the budget; of all years or of one. */
export function ReportsPage() {
  const translate = useTranslate();
  const [tab, open] = useStore<'comparison' | 'budget'>('reports.tab', 'comparison');
  const [year, choose] = useStore<number | null>('reports.year', null);
  const { data } = useOne<ComparisonView & { id: string }>('reports', 'comparison');
  const years = [...new Set([...(data?.years.map((one) => one.year) ?? []), ...(year === null ? [] : [year])])];
  return (
    <CanAccess resource="reports" action="list" accessDenied={<Denied />}>
      <Title title={translate('postup.reports.title')} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, my: 1.5 }}>
        <Tabs value={tab} onChange={(_event, value: 'comparison' | 'budget') => open(value)} aria-label={translate('postup.reports.title')}>
          <Tab value="comparison" label={translate('postup.reports.comparison')} id="reports-comparison" aria-controls="reports-panel" />
          <Tab value="budget" label={translate('postup.reports.budget')} id="reports-budget" aria-controls="reports-panel" />
        </Tabs>
        <TextField
          select
          size="small"
          label={translate('postup.reports.year')}
          value={year ?? ''}
          onChange={(event) => choose(event.target.value === '' ? null : Number(event.target.value))}
          sx={{ minWidth: 120 }}
        >
          <MenuItem value="">{translate('postup.words.all')}</MenuItem>
          {years.map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
        <CanAccess resource="reports" action="export">
          <Button
            size="small"
            startIcon={<DownloadIcon />}
            href={`/api/reports/comparison.csv${year === null ? '' : `?year=${year}`}`}
            download
          >
            {translate('postup.words.exportCsv')}
          </Button>
        </CanAccess>
      </Box>
      <Box role="tabpanel" id="reports-panel" aria-labelledby={`reports-${tab}`}>
        {tab === 'comparison' ? <Comparison year={year} /> : <Budget year={year} />}
      </Box>
    </CanAccess>
  );
}
