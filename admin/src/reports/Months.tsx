import { Skeleton, TableRow } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import type { Month } from '../../../processes/reportViews';
import type { Behind } from './caseAddress';
import { FigureCell, MoneyCell, ReportTable, TextCell } from './parts';
import { plainMonth, running } from './rates';

const MonthLines = lazy(() => import('./Charts').then((file) => ({ default: file.MonthLines })));

/** What was granted and paid over time, as a line and as a table. */
export function Months({ months, behind }: { readonly months: readonly Month[]; readonly behind: Behind }) {
  const translate = useTranslate();
  if (months.length === 0) return null;
  const sums = new Map(running(months).map((sum) => [sum.month, sum]));
  return (
    <>
      {months.length > 1 && (
        <Suspense fallback={<Skeleton height={300} />}>
          <MonthLines months={months} />
        </Suspense>
      )}
      <ReportTable
        title={translate('postup.reports.overTime')}
        columns={['month', 'grantedInMonth', 'paidInMonth', 'grantedSoFar', 'paidSoFar'].map((key) => translate(`postup.reports.${key}`))}
      >
        {months.map(({ month, granted, paid }) => (
          <TableRow key={month}>
            <TextCell>{plainMonth(month)}</TextCell>
            <FigureCell
              figure={{ count: granted, amount: granted }}
              of="amount"
              behind={{ ...behind, figure: 'granted', decidedIn: month }}
            />
            <FigureCell figure={{ count: paid, amount: paid }} of="amount" behind={{ ...behind, figure: 'paid', paidIn: month }} />
            <MoneyCell amount={sums.get(month)?.granted ?? 0} />
            <MoneyCell amount={sums.get(month)?.paid ?? 0} />
          </TableRow>
        ))}
      </ReportTable>
    </>
  );
}
