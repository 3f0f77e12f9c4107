import { Typography } from '@mui/material';
import { DataTable, FunctionField, SearchInput, SelectInput, useTranslate } from 'react-admin';
import type { LetterView } from '../../../processes/views';
import { useAddressee } from '../cases/LettersTab';
import { CaseLink } from '../shared/CaseLink';
import { formatDateTime } from '../shared/dates';
import { EmptyList } from '../shared/EmptyState';
import { ON_WIDE, UNBROKEN } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectInput
    key="state"
    source="state"
    label="postup.letters.state"
    emptyText="postup.words.all"
    alwaysOn
    choices={[
      { id: 'queued', name: 'postup.cases.letterState.queued' },
      { id: 'sent', name: 'postup.cases.letterState.sent' },
      { id: 'kept', name: 'postup.cases.letterState.kept' },
    ]}
  />,
];

function Addressee() {
  const addressee = useAddressee();
  return <FunctionField<LetterView> render={(letter) => addressee(letter)} />;
}

function State() {
  const translate = useTranslate();
  return <FunctionField<LetterView> render={(letter) => translate(`postup.cases.letterState.${letter.state}`)} />;
}

function Body() {
  return (
    <FunctionField<LetterView>
      render={(letter) => (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', p: 1, maxWidth: 720 }}>
          {letter.body}
        </Typography>
      )}
    />
  );
}

/** Everything that was written to people, from all cases. */
function LetterList() {
  return (
    <OfficeList title="postup.letters.title" filters={filters} sort={{ field: 'queuedAt', order: 'DESC' }}>
      <DataTable bulkActionButtons={false} rowClick="expand" expand={<Body />} empty={<EmptyList text="postup.letters.empty" />}>
        <DataTable.Col source="subject" label="postup.letters.subject" disableSort sx={{ minWidth: 190 }} />
        <DataTable.Col source="to" label="postup.letters.to" disableSort sx={ON_WIDE}>
          <Addressee />
        </DataTable.Col>
        <DataTable.Col source="caseNumber" label="postup.cases.number" disableSort>
          <FunctionField<LetterView> render={(letter) => <CaseLink caseId={letter.caseId} number={letter.caseNumber} />} />
        </DataTable.Col>
        <DataTable.Col source="state" label="postup.letters.state" disableSort sx={{ ...UNBROKEN, ...ON_WIDE }}>
          <State />
        </DataTable.Col>
        <DataTable.Col source="queuedAt" label="postup.letters.queued" sx={UNBROKEN}>
          <FunctionField<LetterView> render={(letter) => formatDateTime(letter.queuedAt)} />
        </DataTable.Col>
        <DataTable.Col source="sentAt" label="postup.letters.sent" sx={{ ...UNBROKEN, ...ON_WIDE }}>
          <FunctionField<LetterView> render={(letter) => (letter.state === 'sent' ? formatDateTime(letter.sentAt) : '–')} />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}

export const letters = { list: LetterList, recordRepresentation: 'subject' };
