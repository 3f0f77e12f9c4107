import { Box, Paper, Skeleton, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { CanAccess, DataTable, FunctionField, Title, useParams, useTranslate } from 'react-admin';
import type { ProcessMap } from '../../../processes/views';
import type { Words } from '../../../processes/words';
import { useOne } from '../api/reads';
import { useWords } from '../i18n/useWords';
import { Denied } from '../layout/Denied';
import { EmptyState } from '../shared/EmptyState';
import { OfficeList } from '../shared/OfficeList';
import { Loaded } from '../shared/Loaded';

const MapView = lazy(() => import('../map/MapView'));

interface ProcessRow {
  readonly id: string;
  readonly title: Words;
  readonly summary: Words;
  readonly law: readonly string[];
}

interface ProcessView extends ProcessRow {
  /** With counts of all cases of the office, and how long a step usually takes. */
  readonly map: ProcessMap;
}

function Cell({ of }: { readonly of: (row: ProcessRow) => Words }) {
  const words = useWords();
  return <FunctionField<ProcessRow> render={(row) => words(of(row))} />;
}

/** The procedures that the office runs here. */
function ProcessList() {
  return (
    <OfficeList title="postup.processes.title" csv={false} pagination={false}>
      <DataTable rowClick="show" bulkActionButtons={false} empty={<EmptyState text="postup.processes.empty" />}>
        <DataTable.Col source="title" label="postup.processes.one" disableSort>
          <Cell of={(row) => row.title} />
        </DataTable.Col>
        <DataTable.Col source="summary" label="postup.processes.summary" disableSort>
          <Cell of={(row) => row.summary} />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}

/** A procedure as a map, with how many cases stand where and how long steps usually take. */
function ProcessShow() {
  const { id = '' } = useParams();
  const words = useWords();
  const translate = useTranslate();
  const read = useOne<ProcessView>('processes', id);
  return (
    <CanAccess resource="processes" action="show" accessDenied={<Denied />}>
      <Title title={translate('postup.map.title')} />
      <Loaded read={read} lines={6}>
        {(process) => (
          <Paper sx={{ p: 1.5, mt: 1.5 }}>
            <Typography variant="h5" component="h2">
              {words(process.title)}
            </Typography>
            <Typography variant="body2" sx={{ maxWidth: 760 }}>
              {words(process.summary)}
            </Typography>
            <Typography variant="caption" color="text.secondary" component="p" gutterBottom>
              {translate('postup.processes.law')}: {process.law.join('; ')}
            </Typography>
            <Box sx={{ mt: 1 }}>
              <Suspense fallback={<Skeleton height={300} />}>
                <MapView map={process.map} title={words(process.title)} />
              </Suspense>
            </Box>
          </Paper>
        )}
      </Loaded>
    </CanAccess>
  );
}

export const processPages = { list: ProcessList, show: ProcessShow };
