import { Alert, Box, Button, Chip, Paper, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { Title, useTranslate } from 'react-admin';
import type { SessionRow } from '../../../processes/views';
import { useRows } from '../api/reads';
import { useAct } from '../api/useAct';
import { formatDateTime } from '../shared/dates';
import { Loaded } from '../shared/Loaded';
import { deviceName } from './device';

const MIN_PASSWORD = 10;

function Devices() {
  const translate = useTranslate();
  const read = useRows<SessionRow>('sessions', {});
  const act = useAct();
  return (
    <Paper sx={{ p: 1.5 }}>
      <Typography variant="h6" component="h2">
        {translate('postup.sessions.devices')}
      </Typography>
      <Loaded read={read}>
        {(rows) => (
          <>
            <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('postup.sessions.devices')}>
              <Table size="small">
                <TableHead>
                  <TableRow>
                    <TableCell>{translate('postup.sessions.device')}</TableCell>
                    <TableCell>{translate('postup.sessions.address')}</TableCell>
                    <TableCell>{translate('postup.sessions.since')}</TableCell>
                    <TableCell>{translate('postup.sessions.lastSeen')}</TableCell>
                    <TableCell component="td" />
                  </TableRow>
                </TableHead>
                <TableBody>
                  {rows.map((row) => (
                    <TableRow key={row.id}>
                      <TableCell>
                        {deviceName(row.device)} {row.current && <Chip size="small" label={translate('postup.sessions.current')} />}
                      </TableCell>
                      <TableCell>{row.address}</TableCell>
                      <TableCell>{formatDateTime(row.createdAt)}</TableCell>
                      <TableCell>{formatDateTime(row.lastSeenAt)}</TableCell>
                      <TableCell align="right">
                        {!row.current && (
                          <Button
                            size="small"
                            disabled={act.busy}
                            onClick={() =>
                              void act.run((provider) => provider.delete('sessions', { id: row.id }), row.id, 'postup.sessions.revoked')
                            }
                          >
                            {translate('postup.sessions.revoke')}
                          </Button>
                        )}
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </Box>
            {rows.length > 1 && (
              <Button
                size="small"
                color="error"
                disabled={act.busy}
                onClick={() => void act.run((provider) => provider.revokeOtherSessions(), 'others', 'postup.sessions.othersRevoked')}
              >
                {translate('postup.sessions.revokeOthers')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Paper>
  );
}

function Password() {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const short = password !== '' && password.length < MIN_PASSWORD;
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (password.length < MIN_PASSWORD) return;
    const done = await act.run((provider) => provider.changePassword(current, password), Date.now(), 'postup.sessions.passwordChanged');
    if (!done) return;
    setCurrent('');
    setPassword('');
  };
  return (
    <Paper component="form" onSubmit={(event: SyntheticEvent) => void submit(event)} sx={{ p: 1.5, maxWidth: 420 }}>
      <Typography variant="h6" component="h2">
        {translate('postup.sessions.password')}
      </Typography>
      {act.error && <Alert severity="error">{Object.values(act.error.errors)[0] ?? act.error.message}</Alert>}
      <TextField
        label={translate('postup.sessions.currentPassword')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        required
        fullWidth
      />
      <TextField
        label={translate('postup.sessions.newPassword')}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={short}
        helperText={short ? translate('postup.sessions.tooShort') : undefined}
        required
        fullWidth
      />
      <Button type="submit" variant="contained" disabled={act.busy}>
        {translate('postup.sessions.changePassword')}
      </Button>
    </Paper>
  );
}

/** One's own account: where one is signed in, and the password. */
function Account() {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5, mt: 1.5 }}>
      <Title title={translate('postup.sessions.title')} />
      <Devices />
      <Password />
    </Box>
  );
}

export const sessions = { list: Account };
