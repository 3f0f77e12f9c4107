import { CanAccess, DataTable, DateInput, FunctionField, SearchInput, SelectInput, useRecordContext, useTranslate } from 'react-admin';
import { Box, Typography } from '@mui/material';
import { eventTypes, eventTitle } from '../../../processes/eventWords';
import { roles } from '../../../processes/roles';
import type { EventView } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { CaseLink } from '../shared/CaseLink';
import { formatDateTime } from '../shared/dates';
import { EmptyList } from '../shared/EmptyState';
import { ON_NARROW, ON_WIDE } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';
import { Details } from '../timeline/EventLine';
import { Verification } from './Verification';

function TypeInput({ source }: { readonly source: string; readonly label?: string; readonly alwaysOn?: boolean }) {
  const words = useWords();
  const choices = eventTypes.map((type) => ({ id: type, name: words(eventTitle(type)) }));
  return <SelectInput source={source} label="postup.audit.type" choices={choices} emptyText="postup.words.all" />;
}

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <TypeInput key="type" source="type" alwaysOn />,
  <DateInput key="from" source="from" label="postup.audit.from" alwaysOn />,
  <DateInput key="to" source="to" label="postup.audit.to" alwaysOn />,
];

function Sentence() {
  const words = useWords();
  return <FunctionField<EventView> render={(event) => words(event.sentence)} />;
}

function Who({ event }: { readonly event: EventView }) {
  const words = useWords();
  const translate = useTranslate();
  return (
    <>
      {event.actor?.name ?? translate('postup.words.system')}
      <Typography variant="caption" color="text.secondary" component="p">
        {event.role ? words(roles[event.role]) : ''}
        {event.onBehalfOf && ` ${translate('postup.words.onBehalfOf', { name: event.onBehalfOf.name })}`}
      </Typography>
    </>
  );
}

/** The whole record in one cell: when and in which case, what, who. */
function Stacked() {
  const words = useWords();
  const event = useRecordContext<EventView>();
  if (!event) return null;
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 1, color: 'text.secondary' }}>
        <span>{formatDateTime(event.at)}</span>
        <CaseLink caseId={event.caseId} number={event.caseNumber} />
      </Box>
      <Box sx={{ my: 0.25 }}>{words(event.sentence)}</Box>
      <Who event={event} />
    </Box>
  );
}

function Unfolded() {
  const event = useRecordContext<EventView>();
  return event ? <Details event={event} /> : null;
}

/** The audit trail of the office: every row with its difference, and the check that none was touched. */
function AuditList() {
  return (
    <>
      <CanAccess resource="events" action="verify">
        <Verification />
      </CanAccess>
      <OfficeList title="postup.audit.title" filters={filters} sort={{ field: 'at', order: 'DESC' }} perPage={50}>
        <DataTable bulkActionButtons={false} rowClick="expand" expand={<Unfolded />} empty={<EmptyList text="postup.audit.empty" />}>
          <DataTable.Col source="id" label="postup.audit.what" disableSort sx={ON_NARROW}>
            <Stacked />
          </DataTable.Col>
          <DataTable.Col source="at" label="postup.audit.when" sx={ON_WIDE}>
            <FunctionField<EventView> render={(event) => formatDateTime(event.at)} sx={{ whiteSpace: 'nowrap' }} />
          </DataTable.Col>
          <DataTable.Col source="sentence" label="postup.audit.what" disableSort sx={ON_WIDE}>
            <Sentence />
          </DataTable.Col>
          <DataTable.Col source="actor" label="postup.audit.who" disableSort sx={ON_WIDE}>
            <FunctionField<EventView> render={(event) => <Who event={event} />} />
          </DataTable.Col>
          <DataTable.Col source="caseNumber" label="postup.audit.case" disableSort sx={ON_WIDE}>
            <FunctionField<EventView> render={(event) => <CaseLink caseId={event.caseId} number={event.caseNumber} />} />
          </DataTable.Col>
        </DataTable>
      </OfficeList>
    </>
  );
}

export const events = { list: AuditList };
