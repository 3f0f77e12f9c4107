import { Alert, Box, Button, Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { BankAccountView, FetchedView } from '../../../processes/banking/views';
import { useRows } from '../api/reads';
import { useAct } from '../api/useAct';
import { useWords } from '../i18n/useWords';
import { addDays, dayOf, formatDateTime } from '../shared/dates';
import { fetchMovements } from './acts';

const DAYS_BACK = -30;

/** How the regular fetch went, and what came now. */
function Outcome({ account, fetched }: { readonly account: BankAccountView; readonly fetched: FetchedView | null }) {
  const translate = useTranslate();
  const words = useWords();
  if (fetched)
    return (
      <Alert severity={fetched.doubtful > 0 ? 'warning' : 'success'} sx={{ mt: 1 }}>
        {fetched.entries === 0
          ? translate('postup.bank.fio.nothing')
          : translate('postup.bank.fio.done', { entries: fetched.entries, fresh: fetched.newEntries })}{' '}
        {fetched.doubtful > 0 && translate('postup.bank.fio.doubtful', { count: fetched.doubtful })}
      </Alert>
    );
  const { failure = null, failedAt = null, fetchedAt = null } = account.fio ?? {};
  if (failure !== null)
    return (
      <Alert severity="warning" sx={{ mt: 1 }}>
        {translate('postup.bank.fio.failure', { when: formatDateTime(failedAt), why: words(failure) })}
      </Alert>
    );
  return fetchedAt === null ? null : (
    <Typography variant="body2" color="text.secondary">
      {translate('postup.bank.fio.fetchedAt', { when: formatDateTime(fetchedAt) })}
    </Typography>
  );
}

/** Movements straight from Fio, for accounts that have a token; nothing where none has. */
export function FioFetch() {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const accounts = (useRows<BankAccountView>('bank/accounts', {}).data ?? []).filter(
    ({ fio, retiredAt }) => fio !== null && retiredAt === null,
  );
  const [chosen, setChosen] = useState('');
  const [ofPeriod, setOfPeriod] = useState(false);
  const [to, setTo] = useState(() => dayOf(new Date()));
  const [from, setFrom] = useState(() => addDays(dayOf(new Date()), DAYS_BACK));
  const [fetched, setFetched] = useState<FetchedView | null>(null);
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  if (!account) return null;
  const period = ofPeriod ? { from, to } : null;
  const fetch = (): void => {
    setFetched(null);
    void act.run(async () => setFetched(await fetchMovements(account.id, period)), [account.id, period]);
  };
  const day = (label: string, value: string, onChange: (value: string) => void) => (
    <TextField
      type="date"
      size="small"
      label={translate(label)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <Box sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        {accounts.length > 1 && (
          <TextField
            select
            size="small"
            label={translate('postup.bank.fio.account')}
            value={account.id}
            onChange={(event) => {
              setChosen(event.target.value);
              setFetched(null);
            }}
            sx={{ minWidth: 200, maxWidth: '100%' }}
          >
            {accounts.map(({ id, name, account: number }) => (
              <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal' }}>
                {name}, {number}
              </MenuItem>
            ))}
          </TextField>
        )}
        <Button variant="contained" disabled={act.busy || (ofPeriod && (from === '' || to === ''))} onClick={fetch}>
          {translate('postup.bank.fio.fetch')}
        </Button>
        <FormControlLabel
          control={<Checkbox checked={ofPeriod} onChange={(_, checked) => setOfPeriod(checked)} />}
          label={translate('postup.bank.fio.ofPeriod')}
        />
        {ofPeriod && day('postup.bank.fio.from', from, setFrom)}
        {ofPeriod && day('postup.bank.fio.to', to, setTo)}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
        {translate('postup.bank.fio.hint')}
      </Typography>
      <Box aria-live="polite">
        {act.error ? (
          <Alert severity="error" sx={{ mt: 1 }} onClose={act.forget}>
            {act.error.message}
          </Alert>
        ) : (
          <Outcome account={account} fetched={fetched} />
        )}
      </Box>
    </Box>
  );
}
