import { Typography } from '@mui/material';
import {
  AutocompleteArrayInput,
  DataTable,
  FunctionField,
  SearchInput,
  SelectInput,
  useCanAccess,
  useTranslate,
  type InputProps,
} from 'react-admin';
import type { LabelView } from '../../../processes/officersSection/views';
import type { CaseRow } from '../../../processes/views';
import { useRows } from '../api/reads';
import { useKnownProcesses } from '../breach/useKnownProcesses';
import { CaseBulkButtons } from '../bulk/BulkButtons';
import { ExportButton } from '../exports/ExportButton';
import { useWords } from '../i18n/useWords';
import { reportFilters } from '../reports/filters';
import { formatDate } from '../shared/dates';
import { DueText } from '../shared/DueText';
import { EmptyList } from '../shared/EmptyState';
import { LabelChips } from '../shared/LabelChips';
import { ON_WIDE, UNBROKEN } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';
import { StatusChip } from '../shared/StatusChip';

/** Always at hand for who knows several processes; for the others there is nothing to choose. */
function ProcessInput(props: InputProps) {
  const words = useWords();
  const choices = useKnownProcesses().map(({ id, title }) => ({ id, name: words(title) }));
  if (choices.length < 2) return null;
  return <SelectInput {...props} source="processId" choices={choices} emptyText="postup.words.all" />;
}

function StatusInput(props: InputProps) {
  const words = useWords();
  const choices = useKnownProcesses().flatMap((process) =>
    Object.entries(process.statuses).map(([id, status]) => ({ id, name: words(status.title) })),
  );
  return <SelectInput {...props} source="status" choices={choices} emptyText="postup.cases.anyStatus" />;
}

function ResultInput(props: InputProps) {
  const words = useWords();
  const choices = useKnownProcesses().flatMap((process) =>
    Object.entries(process.results).map(([id, result]) => ({ id, name: words(result.title) })),
  );
  return <SelectInput {...props} source="result" choices={choices} />;
}

/** Of the officers' section: for those who read it. */
function LabelInput(props: InputProps) {
  const { canAccess: may = false } = useCanAccess({ resource: 'labels', action: 'list' });
  const labels = useRows<LabelView>('labels', {}, { field: 'name', order: 'ASC' }, 200, may);
  return <AutocompleteArrayInput {...props} source="labels" choices={[...(labels.data ?? [])]} optionText="name" disabled={!may} />;
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
  <ProcessInput key="processId" source="processId" label="postup.breach.process" alwaysOn />,
  <ResultInput key="result" source="result" label="postup.cases.result" />,
  ...reportFilters,
  <LabelInput key="labels" source="labels" label="postup.office.labels.filter" />,
];

const Due = () => <FunctionField<CaseRow> render={(row) => (row.clockDueAt === null ? '' : <DueText dueAt={row.clockDueAt} />)} />;

/** The number, and under it the one of the records service. */
function CaseNumber({ row }: { readonly row: CaseRow }) {
  return (
    <>
      {row.number}
      {row.ownNumber && (
        <Typography variant="caption" component="p" color="text.secondary" sx={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {row.ownNumber}
        </Typography>
      )}
    </>
  );
}

function CaseName({ row }: { readonly row: CaseRow }) {
  return (
    <>
      {row.title} {row.labels && row.labels.length > 0 && <LabelChips labels={row.labels} />}
    </>
  );
}

/** All cases that the person may see: filtered, sorted, exported. */
export function CaseList() {
  const translate = useTranslate();
  return (
    <OfficeList
      filters={filters}
      sort={{ field: 'changedAt', order: 'DESC' }}
      title={translate('postup.cases.title')}
      tools={<ExportButton />}
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={<CaseBulkButtons />}
        empty={<EmptyList text="postup.cases.empty" filtered="postup.cases.emptyFiltered" />}
      >
        <DataTable.Col source="number" label="postup.cases.number" sx={UNBROKEN}>
          <FunctionField<CaseRow> render={(row) => <CaseNumber row={row} />} />
        </DataTable.Col>
        <DataTable.Col source="title" label="postup.cases.name">
          <FunctionField<CaseRow> render={(row) => <CaseName row={row} />} />
        </DataTable.Col>
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
