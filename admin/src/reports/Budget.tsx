import { Link, TableRow } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { Budget as BudgetView, BudgetFund, FigureId, ProgrammeFigures } from '../../../processes/reportViews';
import { useOne } from '../api/reads';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import type { Behind } from './caseAddress';
import { Months } from './Months';
import { FigureCell, MoneyCell, ReportTable, TextCell } from './parts';

const AMOUNTS: readonly FigureId[] = ['proposed', 'granted', 'paid'];

const sum = (programmes: readonly ProgrammeFigures[], of: (programme: ProgrammeFigures) => number): number =>
  programmes.reduce((all, programme) => all + of(programme), 0);

function FundRows({ fund, behind }: { readonly fund: BudgetFund; readonly behind: Behind }) {
  const translate = useTranslate();
  const { programmes, yearBudget } = fund;
  const granted = sum(programmes, ({ figures }) => figures.granted.amount);
  // The fund's own budget where it says one, otherwise what its programmes are to give.
  const total = yearBudget ?? sum(programmes, ({ totalAmount }) => totalAmount);
  return (
    <>
      {programmes.map(({ id, title, totalAmount, figures }) => (
        <TableRow key={id}>
          <TextCell>
            <Link component={LinkBase} to={`/reports/${id}/show`}>
              {title}
            </Link>
          </TextCell>
          <MoneyCell amount={totalAmount} />
          {AMOUNTS.map((figure) => (
            <FigureCell key={figure} figure={figures[figure]} of="amount" behind={{ ...behind, subjectId: id, figure }} />
          ))}
          <MoneyCell amount={totalAmount - figures.granted.amount} />
        </TableRow>
      ))}
      <TableRow sx={{ '& td': { fontWeight: 600 } }}>
        <TextCell>{translate(yearBudget === null ? 'postup.reports.total' : 'postup.reports.fundBudget')}</TextCell>
        <MoneyCell amount={total} />
        {AMOUNTS.map((figure) => (
          <MoneyCell key={figure} amount={sum(programmes, ({ figures }) => figures[figure].amount)} />
        ))}
        <MoneyCell amount={total - granted} />
      </TableRow>
    </>
  );
}

/** Funds and programmes against their budget: total, proposed, granted, paid, left, and over time. */
export function Budget({ year }: { readonly year: number | null }) {
  const translate = useTranslate();
  const read = useOne<BudgetView & { id: string }>('reports', year === null ? 'budget' : `budget:${year}`);
  const behind: Behind = year === null ? {} : { grantYear: year };
  const columns = [
    translate('postup.programmes.one'),
    translate('postup.programmes.totalAmount'),
    ...AMOUNTS.map((id) => translate(`postup.reports.figure.${id}`)),
    translate('postup.reports.left'),
  ];
  return (
    <Loaded read={read} lines={6}>
      {({ funds, months }) =>
        funds.length === 0 ? (
          <EmptyState text="postup.reports.empty" />
        ) : (
          <>
            {funds.map((fund) => (
              <ReportTable key={fund.name ?? ''} title={fund.name ?? translate('postup.reports.noFund')} columns={columns}>
                <FundRows fund={fund} behind={behind} />
              </ReportTable>
            ))}
            <Months months={months} behind={{}} />
          </>
        )
      }
    </Loaded>
  );
}
