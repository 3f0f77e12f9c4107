import { DataTable, FunctionField, SearchInput, SelectInput, useTranslate, type InputProps } from 'react-admin';
import { processes } from '../../../processes/registry';
import type { CaseRow } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { formatDate } from '../shared/dates';
import { DueText } from '../shared/DueText';
import { EmptyList } from '../shared/EmptyState';
import { ON_WIDE, UNBROKEN } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';
import { StatusChip } from '../shared/StatusChip';

function StatusInput(props: InputProps) {
  const words = useWords();
  const choices = Object.values(processes).flatMap((process) =>
    Object.entries(process.statuses).map(([id, status]) => ({ id, name: words(status.title) })),
  );
  return <SelectInput {...props} source="status" choices={choices} emptyText="postup.cases.anyStatus" />;
}

function ResultInput(props: InputProps) {
  const words = useWords();
  const choices = Object.values(processes).flatMap((process) =>
    Object.entries(process.results).map(([id, result]) => ({ id, name: words(result.title) })),
  );
  return <SelectInput {...props} source="result" choices={choices} />;
}

function OpenInput(props: InputProps) {
  return (
    <SelectInput
      {...props}
      source="open"
      sx={{ minWidth: 210 }}
      emptyText="postup.words.all"
      parse={(value: string) => (value === '' ? null : value === 'true')}
      format={(value: unknown) => (typeof value === 'boolean' ? String(value) : '')}
      choices={[
        { id: 'true', name: 'postup.cases.open' },
        { id: 'false', name: 'postup.cases.closedOnly' },
      ]}
    />
  );
}

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <OpenInput key="open" source="open" label="postup.cases.openOrClosed" alwaysOn />,
  <StatusInput key="status" source="status" label="postup.cases.status" alwaysOn />,
  <ResultInput key="result" source="result" label="postup.cases.result" />,
];

const Due = () => <FunctionField<CaseRow> render={(row) => (row.clockDueAt === null ? '' : <DueText dueAt={row.clockDueAt} />)} />;

/** All cases that the person may see: filtered, sorted, exported. */
export function CaseList() {
  const translate = useTranslate();
  return (
    <OfficeList filters={filters} sort={{ field: 'changedAt', order: 'DESC' }} title={translate('postup.cases.title')}>
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<EmptyList text="postup.cases.empty" filtered="postup.cases.emptyFiltered" />}
      >
        <DataTable.Col source="number" label="postup.cases.number" sx={UNBROKEN} />
        <DataTable.Col source="title" label="postup.cases.name" />
        <DataTable.Col source="applicantName" label="postup.cases.applicant" sx={ON_WIDE} />
        <DataTable.Col source="subjectTitle" label="postup.cases.programme" disableSort sx={ON_WIDE} />
        <DataTable.Col source="status" label="postup.cases.status">
          <FunctionField<CaseRow> render={(row) => <StatusChip row={row} />} />
        </DataTable.Col>
        <DataTable.Col source="clockDueAt" label="postup.cases.due">
          <Due />
        </DataTable.Col>
        <DataTable.Col source="changedAt" label="postup.cases.changed" sx={ON_WIDE}>
          <FunctionField<CaseRow> render={(row) => formatDate(row.changedAt)} />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}
