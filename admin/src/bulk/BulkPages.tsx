import { Box, Typography } from '@mui/material';
import { DataTable, FunctionField, Show, Title, useLocation, useRecordContext, useTranslate } from 'react-admin';
import type { BulkRow } from '../../../processes/bulk';
import { formatDateTime } from '../shared/dates';
import { EmptyList, EmptyState } from '../shared/EmptyState';
import { ON_WIDE, UNBROKEN } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';
import { choiceIn } from './acts';
import { BulkProgress } from './BulkProgress';
import { DecidePage } from './DecidePage';
import { MessagePage, MovePage } from './WritePages';

function ActName({ row }: { readonly row: BulkRow }) {
  const translate = useTranslate();
  const about = row.what.resolutionNumber ?? row.what.subject ?? row.what.until;
  return (
    <>
      {translate(`postup.bulk.done.${row.act}`)} {typeof about === 'string' && about}
    </>
  );
}

function Ended({ row }: { readonly row: BulkRow }) {
  const translate = useTranslate();
  return <>{row.endedAt === null ? translate('postup.bulk.running') : formatDateTime(row.endedAt)}</>;
}

/** What was done to many cases at once, and how far it is. */
export function BulkList() {
  return (
    <OfficeList title="postup.bulk.title" sort={{ field: 'createdAt', order: 'DESC' }}>
      <DataTable bulkActionButtons={false} rowClick="show" empty={<EmptyList text="postup.bulk.empty" />}>
        <DataTable.Col source="act" label="postup.bulk.one">
          <FunctionField<BulkRow> render={(row) => <ActName row={row} />} />
        </DataTable.Col>
        <DataTable.Col source="by" label="postup.bulk.who" disableSort sx={ON_WIDE}>
          <FunctionField<BulkRow> render={(row) => row.by.name} />
        </DataTable.Col>
        <DataTable.Col source="createdAt" label="postup.bulk.accepted" sx={{ ...UNBROKEN, ...ON_WIDE }}>
          <FunctionField<BulkRow> render={(row) => formatDateTime(row.createdAt)} />
        </DataTable.Col>
        <DataTable.Col source="endedAt" label="postup.bulk.ended" sx={UNBROKEN}>
          <FunctionField<BulkRow> render={(row) => <Ended row={row} />} />
        </DataTable.Col>
        <DataTable.NumberCol source="all" label="postup.bulk.cases" disableSort />
        <DataTable.NumberCol source="done" label="postup.bulk.doneCount" disableSort sx={ON_WIDE} />
        <DataTable.NumberCol source="refused" label="postup.bulk.refusedCount" disableSort />
      </DataTable>
    </OfficeList>
  );
}

function Body() {
  const bulk = useRecordContext<BulkRow>();
  if (!bulk) return null;
  return (
    <Box sx={{ p: 1.5 }}>
      <Typography variant="h6" component="h2">
        <ActName row={bulk} />
      </Typography>
      <Typography color="text.secondary" gutterBottom>
        {bulk.by.name}, {formatDateTime(bulk.createdAt)}
      </Typography>
      <BulkProgress id={bulk.id} />
    </Box>
  );
}

export function BulkShow() {
  return (
    <Show title="postup.bulk.one" actions={false}>
      <Body />
    </Show>
  );
}

/** The page of an act over the cases that were chosen in a list. */
export function BulkCreate() {
  const { state } = useLocation() as { readonly state: unknown };
  const choice = choiceIn(state);
  if (!choice) {
    return (
      <>
        <Title title="postup.bulk.one" />
        <EmptyState text="postup.bulk.nothingChosen" />
      </>
    );
  }
  const key = choice.caseIds.join();
  if (choice.act === 'decide') return <DecidePage key={key} caseIds={choice.caseIds} />;
  if (choice.act === 'moveDeadline') return <MovePage key={key} caseIds={choice.caseIds} />;
  return <MessagePage key={key} caseIds={choice.caseIds} message={choice.message} />;
}
