import { Link, Skeleton, TableRow } from '@mui/material';
import { lazy, Suspense } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { Comparison as ComparisonView, FigureId, Figures } from '../../../processes/reportViews';
import { useOne } from '../api/reads';
import { useLanguage } from '../i18n/useWords';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import type { Behind } from './caseAddress';
import { FigureCell, ReportTable, TextCell } from './parts';
import { percent, successRate } from './rates';

const FigureBars = lazy(() => import('./Charts').then((file) => ({ default: file.FigureBars })));

const AMOUNTS: readonly FigureId[] = ['asked', 'granted', 'paid', 'settled', 'returned'];
/** More bars than this are no chart any more; the table has them all. */
const MOST_BARS = 12;

/** Cells of one programme or year: how many asked, the sums, and how many of the decided succeeded. */
function Cells({ figures, behind }: { readonly figures: Figures; readonly behind: Behind }) {
  const language = useLanguage();
  return (
    <>
      <FigureCell figure={figures.asked} of="count" behind={{ ...behind, figure: 'asked' }} />
      {AMOUNTS.map((id) => (
        <FigureCell key={id} figure={figures[id]} of="amount" behind={{ ...behind, figure: id }} />
      ))}
      <FigureCell figure={figures.granted} of="count" behind={{ ...behind, figure: 'granted' }} />
      <TextCell number>{percent(successRate(figures), language)}</TextCell>
    </>
  );
}

/** Programmes beside one another, and years beside one another. */
export function Comparison({ year }: { readonly year: number | null }) {
  const translate = useTranslate();
  const read = useOne<ComparisonView & { id: string }>('reports', year === null ? 'comparison' : `comparison:${year}`);
  const columns = (first: string): string[] => [
    translate(first),
    translate('postup.reports.applications'),
    ...AMOUNTS.map((id) => translate(`postup.reports.figure.${id}`)),
    translate('postup.reports.grants'),
    translate('postup.reports.success'),
  ];
  const ofYear: Behind = year === null ? {} : { grantYear: year };
  return (
    <Loaded read={read} lines={6}>
      {({ programmes, years, total }) =>
        total.asked.count === 0 ? (
          <EmptyState text="postup.reports.empty" />
        ) : (
          <>
            <Suspense fallback={<Skeleton height={300} />}>
              <FigureBars rows={programmes.slice(0, MOST_BARS).map(({ title, figures }) => ({ name: title, figures }))} />
            </Suspense>
            <ReportTable title={translate('postup.reports.byProgramme')} columns={columns('postup.programmes.one')}>
              {programmes.map(({ id, title, figures }) => (
                <TableRow key={id}>
                  <TextCell>
                    <Link component={LinkBase} to={`/reports/${id}/show`}>
                      {title}
                    </Link>
                  </TextCell>
                  <Cells figures={figures} behind={{ ...ofYear, subjectId: id }} />
                </TableRow>
              ))}
              <TableRow sx={{ '& td': { fontWeight: 600 } }}>
                <TextCell>{translate('postup.reports.total')}</TextCell>
                <Cells figures={total} behind={ofYear} />
              </TableRow>
            </ReportTable>
            <ReportTable title={translate('postup.reports.byYear')} columns={columns('postup.reports.year')}>
              {years.map(({ year: one, figures }) => (
                <TableRow key={one}>
                  <TextCell>{one}</TextCell>
                  <Cells figures={figures} behind={{ grantYear: one }} />
                </TableRow>
              ))}
            </ReportTable>
          </>
        )
      }
    </Loaded>
  );
}
