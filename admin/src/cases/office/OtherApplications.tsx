import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../../../../processes/money';
import type { OtherApplicationsView } from '../../../../processes/officersSection/views';
import { useOne } from '../../api/reads';
import { useWords } from '../../i18n/useWords';
import { CaseLink } from '../../shared/CaseLink';
import { Loaded } from '../../shared/Loaded';
import { AMOUNT } from '../../shared/looks';

const KNOWN_BY = {
  applicant: 'postup.office.others.applicant',
  ico: 'postup.office.others.ico',
  nameAndBirth: 'postup.office.others.nameAndBirth',
} as const;

function Applications({ view }: { readonly view: OtherApplicationsView }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('postup.office.others.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('postup.office.others.number')}</TableCell>
            <TableCell>{translate('postup.office.others.programme')}</TableCell>
            <TableCell>{translate('postup.office.others.status')}</TableCell>
            <TableCell align="right">{translate('postup.office.others.requested')}</TableCell>
            <TableCell align="right">{translate('postup.office.others.awarded')}</TableCell>
            <TableCell align="right">{translate('postup.office.others.year')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {view.applications.map((row) => (
            <TableRow key={row.caseId}>
              <TableCell>
                <CaseLink caseId={row.caseId} number={row.number} />
                <Typography variant="caption" component="p" color="text.secondary">
                  {row.projectTitle}
                </Typography>
              </TableCell>
              <TableCell>{row.programmeTitle}</TableCell>
              <TableCell>{words(row.statusTitle)}</TableCell>
              <TableCell sx={AMOUNT}>{formatMoney(row.requested)}</TableCell>
              <TableCell sx={AMOUNT}>{row.awarded === null ? '' : formatMoney(row.awarded)}</TableCell>
              <TableCell align="right">{row.year}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Years({ years }: Pick<OtherApplicationsView, 'years'>) {
  const translate = useTranslate();
  return (
    <Box sx={{ overflowX: 'auto', mt: 1.5 }} tabIndex={0} role="region" aria-label={translate('postup.office.others.years')}>
      <Typography variant="subtitle2" component="h3">
        {translate('postup.office.others.years')}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('postup.office.others.year')}</TableCell>
            <TableCell align="right">{translate('postup.office.others.here')}</TableCell>
            <TableCell align="right">{translate('postup.office.others.inOthers')}</TableCell>
            <TableCell align="right">{translate('postup.office.others.total')}</TableCell>
            <TableCell align="right">{translate('postup.office.others.limit')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {years.map(({ year, here, inOthers, limit }) => (
            <TableRow key={year}>
              <TableCell>{year}</TableCell>
              <TableCell sx={AMOUNT}>{formatMoney(here)}</TableCell>
              <TableCell sx={AMOUNT}>{formatMoney(inOthers)}</TableCell>
              <TableCell sx={AMOUNT}>
                {formatMoney(here + inOthers)}
                {limit !== null && here + inOthers > limit && (
                  <Typography variant="caption" component="p" color="warning.main" sx={{ whiteSpace: 'normal' }}>
                    {translate('postup.office.others.over')}
                  </Typography>
                )}
              </TableCell>
              <TableCell sx={AMOUNT}>{limit === null ? '–' : formatMoney(limit)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** What else the same applicant asked for, and how the council's limit of a year stands. */
export function OtherApplications({ caseId }: { readonly caseId: string }) {
  const translate = useTranslate();
  const read = useOne<OtherApplicationsView & { readonly id: string }>('case/other-applications', caseId);
  return (
    <Loaded read={read}>
      {(view) => (
        <>
          <Typography variant="body2" color="text.secondary" gutterBottom>
            {translate(view.knownBy === null ? 'postup.office.others.empty' : KNOWN_BY[view.knownBy])}
          </Typography>
          {view.applications.length > 0 && <Applications view={view} />}
          {view.years.length > 0 && <Years years={view.years} />}
        </>
      )}
    </Loaded>
  );
}
