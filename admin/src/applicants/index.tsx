import { DataTable, FunctionField, SearchInput, type RaRecord } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { ApplicantView } from '../../../processes/views';
import { EmptyList } from '../shared/EmptyState';
import { AMOUNT, ON_WIDE } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';

/** The list of cases, narrowed to one applicant. */
const casesOf = (applicantId: string): string =>
  `/cases?${new URLSearchParams({ filter: JSON.stringify({ applicantId }), page: '1' }).toString()}`;

/** Who has ever applied; a row leads to their cases. */
function ApplicantList() {
  return (
    <OfficeList
      title="postup.applicants.title"
      filters={[<SearchInput key="q" source="q" alwaysOn />]}
      sort={{ field: 'name', order: 'ASC' }}
    >
      <DataTable
        rowClick={(id: RaRecord['id']) => casesOf(String(id))}
        bulkActionButtons={false}
        empty={<EmptyList text="postup.applicants.empty" />}
      >
        <DataTable.Col source="name" label="postup.applicants.name" />
        <DataTable.Col source="email" label="postup.applicants.email" sx={ON_WIDE} />
        <DataTable.Col source="phone" label="postup.applicants.phone" disableSort sx={ON_WIDE} />
        <DataTable.NumberCol source="cases" label="postup.applicants.cases" disableSort />
        <DataTable.Col source="awarded" label="postup.applicants.awarded" disableSort sx={AMOUNT}>
          <FunctionField<ApplicantView> render={(row) => formatMoney(row.awarded)} />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}

export const applicants = { list: ApplicantList, recordRepresentation: 'name' };
