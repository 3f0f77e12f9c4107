import { Button, Chip, Typography } from '@mui/material';
import { BooleanInput, DataTable, FunctionField, useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import type { IncidentView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { CaseLink } from '../shared/CaseLink';
import { formatDateTime } from '../shared/dates';
import { EmptyList } from '../shared/EmptyState';
import { ON_WIDE, UNBROKEN } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';

function Retry() {
  const translate = useTranslate();
  const act = useAct();
  const incident = useRecordContext<IncidentView>();
  const { canAccess: may = false } = useCanAccess({ resource: 'incidents', action: 'retry' });
  if (!incident || !may || incident.state === 'resolved') return null;
  return (
    <Button
      size="small"
      variant="outlined"
      disabled={act.busy || incident.state === 'retrying'}
      onClick={() => void act.run((provider, key) => provider.retryIncident(incident.id, key), incident.lastAt, 'postup.incidents.retried')}
    >
      {translate('postup.incidents.retry')}
    </Button>
  );
}

function State() {
  const translate = useTranslate();
  return (
    <FunctionField<IncidentView>
      render={({ state }) => (
        <Chip
          size="small"
          variant="outlined"
          color={state === 'resolved' ? 'success' : state === 'open' ? 'error' : 'warning'}
          label={translate(`postup.incidents.states.${state}`)}
        />
      )}
    />
  );
}

function What() {
  const translate = useTranslate();
  return (
    <FunctionField<IncidentView>
      render={(incident) => (
        <>
          {incident.what}
          <Typography variant="caption" color="text.secondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
            {translate('postup.incidents.error')}: {incident.error}
          </Typography>
        </>
      )}
    />
  );
}

const filters = [
  <BooleanInput
    key="state"
    source="state"
    label="postup.incidents.onlyOpen"
    alwaysOn
    parse={(on: boolean) => (on ? 'open' : null)}
    format={(state: unknown) => state === 'open'}
  />,
];

/** What keeps failing, in plain words, and a way to try it again. */
function IncidentList() {
  return (
    <OfficeList
      title="postup.incidents.title"
      filters={filters}
      sort={{ field: 'openedAt', order: 'DESC' }}
      queryOptions={{ refetchInterval: 15_000 }}
    >
      <DataTable bulkActionButtons={false} rowClick={false} empty={<EmptyList text="postup.incidents.empty" />}>
        <DataTable.Col source="caseNumber" label="postup.incidents.case" disableSort>
          <FunctionField<IncidentView> render={(incident) => <CaseLink caseId={incident.caseId} number={incident.caseNumber} />} />
        </DataTable.Col>
        <DataTable.Col source="what" label="postup.incidents.what" disableSort>
          <What />
        </DataTable.Col>
        <DataTable.Col source="openedAt" label="postup.incidents.since" sx={{ ...UNBROKEN, ...ON_WIDE }}>
          <FunctionField<IncidentView> render={(incident) => formatDateTime(incident.openedAt)} />
        </DataTable.Col>
        <DataTable.Col source="lastAt" label="postup.incidents.last" sx={{ ...UNBROKEN, ...ON_WIDE }}>
          <FunctionField<IncidentView> render={(incident) => formatDateTime(incident.lastAt)} />
        </DataTable.Col>
        <DataTable.Col source="state" label="postup.incidents.state" disableSort>
          <State />
        </DataTable.Col>
        <DataTable.Col label="postup.words.tryAgain">
          <Retry />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}

export const incidents = { list: IncidentList, recordRepresentation: 'what' };
