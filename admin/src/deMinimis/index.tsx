import { DataTable, DateInput, FunctionField, SearchInput, useTranslate, type RaRecord } from 'react-admin';
import { formatEuro } from '../../../processes/grant/deMinimis';
import { formatMoney } from '../../../processes/money';
import type { SupportView } from '../../../processes/officersSection/views';
import { CaseLink } from '../shared/CaseLink';
import { formatDate } from '../shared/dates';
import { EmptyList } from '../shared/EmptyState';
import { AMOUNT, ON_WIDE, UNBROKEN } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <DateInput key="from" source="from" label="postup.office.deMinimis.from" alwaysOn />,
  <DateInput key="until" source="until" label="postup.office.deMinimis.until" alwaysOn />,
];

type Row = SupportView & RaRecord;

/** Support de minimis that the office granted, with the file from which it is entered in the central register. */
function DeMinimisList() {
  const translate = useTranslate();
  return (
    <OfficeList title="postup.office.deMinimis.register" filters={filters} sort={{ field: 'grantedOn', order: 'DESC' }}>
      <DataTable
        rowClick={false}
        bulkActionButtons={false}
        empty={<EmptyList text="postup.office.deMinimis.empty" filtered="postup.office.deMinimis.emptyFiltered" />}
      >
        <DataTable.Col source="grantedOn" label="postup.office.deMinimis.grantedOn" sx={UNBROKEN}>
          <FunctionField<Row> render={(row) => formatDate(row.grantedOn)} />
        </DataTable.Col>
        <DataTable.Col source="name" label="postup.office.deMinimis.name">
          <FunctionField<Row> render={(row) => (row.ico === null ? row.name : `${row.name}, ${row.ico}`)} />
        </DataTable.Col>
        <DataTable.Col source="cents" label="postup.office.deMinimis.cents" sx={AMOUNT}>
          <FunctionField<Row> render={(row) => (row.voided === null ? formatEuro(row.cents) : <s>{formatEuro(row.cents)}</s>)} />
        </DataTable.Col>
        <DataTable.Col source="amount" label="postup.office.deMinimis.amount" disableSort sx={{ ...AMOUNT, ...ON_WIDE }}>
          <FunctionField<Row> render={(row) => (row.amount === null ? '' : formatMoney(row.amount))} />
        </DataTable.Col>
        <DataTable.Col source="caseNumber" label="postup.office.others.number" disableSort>
          <FunctionField<Row> render={(row) => <CaseLink caseId={row.caseId} number={row.caseNumber} />} />
        </DataTable.Col>
        <DataTable.Col source="recordedBy" label="postup.office.deMinimis.recordedBy" disableSort sx={ON_WIDE}>
          <FunctionField<Row>
            render={(row) =>
              row.voided === null ? row.recordedBy.name : translate('postup.office.deMinimis.voided', { reason: row.voided.reason })
            }
          />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}

export const deMinimis = { list: DeMinimisList };
