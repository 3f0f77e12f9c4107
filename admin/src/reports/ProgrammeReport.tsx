import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Paper, TableRow, Typography } from '@mui/material';
import { CanAccess, Title, useParams, useTranslate } from 'react-admin';
import { auditParts, type Phase, type ProgrammeReport as Report, type StatusCount } from '../../../processes/reportViews';
import { useOne } from '../api/reads';
import { useLanguage, useWords } from '../i18n/useWords';
import { Denied } from '../layout/Denied';
import { Loaded } from '../shared/Loaded';
import { Months } from './Months';
import { CasesLink, FigureCard, ReportTable, TextCell } from './parts';
import { days, percent, successRate } from './rates';

const CARDS = ['asked', 'granted', 'paid', 'settled', 'returned', 'refused', 'lapsed', 'dropped', 'undecided'] as const;

function Statuses({ id, statuses }: { readonly id: string; readonly statuses: readonly StatusCount[] }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <ReportTable
      title={translate('postup.reports.byStatus')}
      columns={[translate('postup.cases.status'), translate('postup.reports.count')]}
    >
      {statuses.map(({ status, title, final, count }) => (
        <TableRow key={`${status}-${final}`}>
          <TextCell>{words(title)}</TextCell>
          <TextCell number>
            <CasesLink count={count} behind={{ subjectId: id, ...(final ? { result: status } : { status }) }}>
              {count}
            </CasesLink>
          </TextCell>
        </TableRow>
      ))}
    </ReportTable>
  );
}

function Phases({ id, phases }: { readonly id: string; readonly phases: readonly Phase[] }) {
  const translate = useTranslate();
  const words = useWords();
  const language = useLanguage();
  const columns = ['phase', 'passed', 'median', 'ninetieth'].map((key) => translate(`postup.reports.${key}`));
  return (
    <>
      <ReportTable title={translate('postup.reports.phases')} columns={columns}>
        {phases.map((phase) => (
          <TableRow key={phase.id}>
            <TextCell>{words(phase.title)}</TextCell>
            <TextCell number>
              {/* Who is past the decision has left its last status. */}
              <CasesLink count={phase.count} behind={{ subjectId: id, passed: phase.id === 'decision' ? 'deciding' : phase.id }}>
                {phase.count}
              </CasesLink>
            </TextCell>
            <TextCell number>{days(phase.median, language)}</TextCell>
            <TextCell number>{days(phase.ninetieth, language)}</TextCell>
          </TableRow>
        ))}
      </ReportTable>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2, maxWidth: 760 }}>
        {translate('postup.reports.phasesHelp')}
      </Typography>
    </>
  );
}

function ForAudit({ id }: { readonly id: string }) {
  const translate = useTranslate();
  return (
    <CanAccess resource="reports" action="export">
      <Paper sx={{ p: 1.5, mb: 2 }}>
        <Typography variant="subtitle1" component="h2">
          {translate('postup.reports.audit')}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {translate('postup.reports.auditHelp')}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {auditParts.map((part) => (
            <Button key={part} size="small" startIcon={<DownloadIcon />} href={`/api/reports/programmes/${id}/audit/${part}`} download>
              {translate(`postup.reports.auditPart.${part}`)}
            </Button>
          ))}
        </Box>
      </Paper>
    </CanAccess>
  );
}

/** One programme in numbers. */
export function ProgrammeReport() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const language = useLanguage();
  const read = useOne<Report>('reports/programmes', id);
  return (
    <CanAccess resource="reports" action="show" accessDenied={<Denied />}>
      <Title title={translate('postup.reports.one')} />
      <Loaded read={read} lines={8}>
        {(report) => (
          <Box sx={{ mt: 1.5 }}>
            <Typography variant="h5" component="h2" gutterBottom>
              {report.title}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
              {CARDS.map((figure) => (
                <FigureCard key={figure} id={figure} figure={report.figures[figure]} behind={{ subjectId: id, figure }} />
              ))}
              <Paper sx={{ p: 1.5, minWidth: 160 }}>
                <Typography variant="h6" component="p">
                  {percent(successRate(report.figures), language)}
                </Typography>
                <Typography variant="body2" color="text.secondary">
                  {translate('postup.reports.successHelp')}
                </Typography>
              </Paper>
            </Box>
            <Statuses id={id} statuses={report.statuses} />
            <Phases id={id} phases={report.phases} />
            <Months months={report.months} behind={{ subjectId: id }} />
            <ForAudit id={id} />
          </Box>
        )}
      </Loaded>
    </CanAccess>
  );
}
