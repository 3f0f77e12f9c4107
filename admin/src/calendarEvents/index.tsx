import { Chip, Link, Typography } from '@mui/material';
import { DataTable, DateInput, FunctionField, SearchInput, SelectInput, useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import { announcedStates, type AnnouncedEventRow, type AnnouncedState } from '../../../processes/calendarViews';
import { useAct } from '../api/useAct';
import { ReasonButton } from '../cases/office/ReasonButton';
import { CaseLink } from '../shared/CaseLink';
import { formatDateTime } from '../shared/dates';
import { EmptyList } from '../shared/EmptyState';
import { ON_NARROW, ON_WIDE } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';
import { putAway } from './acts';
import { formatTimes } from './times';

const STATES = announcedStates.map((id) => ({ id, name: `postup.calendar.states.${id}` }));
const TONES: Readonly<Record<AnnouncedState, 'success' | 'warning' | 'default'>> = {
  shown: 'success',
  cancelled: 'default',
  hidden: 'warning',
  notWished: 'default',
};

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectInput key="state" source="state" label="postup.calendar.state" choices={STATES} alwaysOn />,
  <DateInput key="from" source="from" label="postup.calendar.from" alwaysOn />,
  <DateInput key="to" source="to" label="postup.calendar.to" alwaysOn />,
];

/** Where it stands, why it is hidden and by whom. */
function State() {
  const translate = useTranslate();
  const event = useRecordContext<AnnouncedEventRow>();
  if (!event) return null;
  return (
    <>
      <Chip size="small" variant="outlined" color={TONES[event.state]} label={translate(`postup.calendar.states.${event.state}`)} />
      {event.cancelled && event.state !== 'cancelled' && (
        <Typography variant="caption" component="p">
          {translate('postup.calendar.off')}
        </Typography>
      )}
      {event.hiddenAt !== null && (
        <Typography variant="caption" component="p" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {translate('postup.calendar.hiddenBy', {
            who: event.hiddenBy?.name ?? '',
            when: formatDateTime(event.hiddenAt),
            reason: event.hiddenReason ?? '',
          })}
        </Typography>
      )}
    </>
  );
}

function Organiser() {
  const event = useRecordContext<AnnouncedEventRow>();
  if (!event) return null;
  return (
    <>
      {event.applicantName}
      <br />
      <CaseLink caseId={event.caseId} number={event.caseNumber} />
    </>
  );
}

function What({ narrow = false }: { readonly narrow?: boolean }) {
  const event = useRecordContext<AnnouncedEventRow>();
  if (!event) return null;
  return (
    <>
      {event.cancelled ? <s>{event.title}</s> : event.title}
      {narrow && (
        <Typography variant="caption" component="p" color="text.secondary">
          {formatTimes(event)}, {event.place}
          <br />
          <Organiser />
        </Typography>
      )}
      {event.invitation !== null && (
        <Typography
          variant="caption"
          component="p"
          color="text.secondary"
          sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' }}
          title={event.invitation}
        >
          {event.invitation}
        </Typography>
      )}
      {event.link !== null && (
        <Link variant="caption" href={event.link} target="_blank" rel="noopener nofollow" sx={{ overflowWrap: 'anywhere' }}>
          {event.link}
        </Link>
      )}
    </>
  );
}

/** Puts the event away with a reason, or shows it again. */
function Put() {
  const act = useAct();
  const event = useRecordContext<AnnouncedEventRow>();
  const { canAccess: may = false } = useCanAccess({ resource: 'calendar', action: 'edit' });
  if (!event || !may) return null;
  const hidden = event.hiddenAt !== null;
  // It is nowhere to be hidden from.
  if (!hidden && event.state === 'notWished') return null;
  const send = (way: 'hide' | 'show', done: string) => (reason: string) => act.run(() => putAway(event, way, reason), reason, done);
  return hidden ? (
    <ReasonButton
      key="show"
      title="postup.calendar.showTitle"
      short="postup.calendar.show"
      hint="postup.calendar.hint"
      keptAs={`calendar.show.${event.id}`}
      busy={act.busy}
      onConfirm={send('show', 'postup.calendar.shown')}
    />
  ) : (
    <ReasonButton
      key="hide"
      title="postup.calendar.hideTitle"
      short="postup.calendar.hide"
      hint="postup.calendar.hint"
      keptAs={`calendar.hide.${event.id}`}
      busy={act.busy}
      onConfirm={send('hide', 'postup.calendar.hidden')}
    />
  );
}

/** Events that applicants announced: what the town sees of them in its calendar, and what the office put away. */
function EventList() {
  return (
    <OfficeList title="postup.calendar.title" filters={filters} sort={{ field: 'startsOn', order: 'DESC' }}>
      <DataTable
        rowClick={false}
        bulkActionButtons={false}
        empty={<EmptyList text="postup.calendar.empty" filtered="postup.calendar.emptyFiltered" />}
      >
        <DataTable.Col source="startsOn" label="postup.calendar.when" sx={ON_WIDE}>
          <FunctionField<AnnouncedEventRow> render={formatTimes} />
        </DataTable.Col>
        <DataTable.Col source="title" label="postup.calendar.event" sx={ON_WIDE}>
          <What />
        </DataTable.Col>
        <DataTable.Col label="postup.calendar.event" sx={ON_NARROW}>
          <What narrow />
        </DataTable.Col>
        <DataTable.Col source="place" label="postup.calendar.place" disableSort sx={ON_WIDE} />
        <DataTable.Col source="caseNumber" label="postup.calendar.organiser" disableSort sx={ON_WIDE}>
          <Organiser />
        </DataTable.Col>
        <DataTable.Col source="state" label="postup.calendar.state" disableSort>
          <State />
        </DataTable.Col>
        <DataTable.Col label="postup.calendar.act">
          <Put />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}

export const calendarEvents = { list: EventList, recordRepresentation: 'title' };
