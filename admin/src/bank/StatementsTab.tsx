import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { StatementView } from '../../../processes/banking/views';
import { useRows } from '../api/reads';
import { useAct } from '../api/useAct';
import { formatDate, formatDateTime } from '../shared/dates';
import { EmptyState } from '../shared/EmptyState';
import { FileButton } from '../shared/FileButton';
import { Loaded } from '../shared/Loaded';
import { AMOUNT, ON_WIDE } from '../shared/looks';
import { takeStatement } from './acts';
import { FioFetch } from './FioFetch';

/** Statements of the bank, taken in as files. */
export function StatementsTab({ may }: { readonly may: boolean }) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const read = useRows<StatementView>('bank/statements', {});
  const [taken, setTaken] = useState<readonly StatementView[] | null>(null);
  const take = (file: File): void => {
    setTaken(null);
    void act.run(async () => setTaken(await takeStatement(file)), [file.name, file.size, file.lastModified]);
  };
  const count = (name: 'entries' | 'newEntries'): number => (taken ?? []).reduce((sum, statement) => sum + statement[name], 0);
  return (
    <Box>
      {may && <FioFetch />}
      {may && (
        <Box sx={{ mb: 2 }}>
          <FileButton label={translate('postup.bank.take')} disabled={act.busy} onFile={take} />
          <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
            {translate('postup.bank.takeHint')}
          </Typography>
          <Box aria-live="polite">
            {act.error && (
              <Alert severity="error" sx={{ mt: 1 }} onClose={act.forget}>
                {act.error.message}
              </Alert>
            )}
            {taken && (
              <Alert severity="success" sx={{ mt: 1 }} onClose={() => setTaken(null)}>
                {translate('postup.bank.taken', { entries: count('entries'), fresh: count('newEntries') })}
              </Alert>
            )}
          </Box>
        </Box>
      )}
      <Loaded read={read}>
        {(statements) =>
          statements.length === 0 ? (
            <EmptyState text="postup.bank.noStatements" />
          ) : (
            <Box sx={{ overflowX: 'auto' }}>
              <Table size="small">
                <TableHead>
                  <TableRow>
                    <TableCell>{translate('postup.bank.file')}</TableCell>
                    <TableCell>{translate('postup.bank.period')}</TableCell>
                    <TableCell sx={ON_WIDE}>{translate('postup.bank.account')}</TableCell>
                    <TableCell sx={AMOUNT}>{translate('postup.bank.movements')}</TableCell>
                    <TableCell sx={AMOUNT}>{translate('postup.bank.fresh')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {statements.map((statement) => (
                    <TableRow key={statement.id}>
                      <TableCell sx={{ overflowWrap: 'anywhere' }}>
                        {statement.fileName}
                        <Typography variant="caption" color="text.secondary" component="p">
                          {statement.takenBy?.name ?? translate('postup.bank.bySystem')}, {formatDateTime(statement.takenAt)}
                        </Typography>
                      </TableCell>
                      <TableCell>
                        {formatDate(statement.firstOn)} – {formatDate(statement.lastOn)}
                      </TableCell>
                      <TableCell sx={ON_WIDE}>{statement.account}</TableCell>
                      <TableCell sx={AMOUNT}>{statement.entries}</TableCell>
                      <TableCell sx={AMOUNT}>{statement.newEntries}</TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </Box>
          )
        }
      </Loaded>
    </Box>
  );
}
