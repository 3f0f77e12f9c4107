import { Box, Button, Chip, FormHelperText, Paper, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { BankAccountView } from '../../../processes/banking/views';
import { ApiError } from '../api/http';
import { useRows } from '../api/reads';
import { useAct, type Act } from '../api/useAct';
import { addAccount, removeToken, retireAccount, setToken } from '../bank/acts';
import { useWords } from '../i18n/useWords';
import { formatDateTime } from '../shared/dates';
import { Loaded } from '../shared/Loaded';

type Faults = Readonly<Record<string, string>>;

/** Runs an act and tells its faults by field. */
async function run(act: Act, work: (key: string) => Promise<unknown>, payload: unknown, done: string, onFaults: (faults: Faults) => void) {
  onFaults({});
  return act.run(
    async (_provider, key) => {
      try {
        await work(key);
      } catch (error) {
        if (error instanceof ApiError) onFaults(error.errors);
        throw error;
      }
    },
    payload,
    done,
  );
}

/** The token is typed in and never comes back: the field is empty again once it is kept. */
function Token({ account, mayEdit }: { readonly account: BankAccountView; readonly mayEdit: boolean }) {
  const translate = useTranslate();
  const words = useWords();
  const act = useAct();
  const [token, setTyped] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const { fio } = account;
  const keep = async (): Promise<void> => {
    const kept = await run(
      act,
      () => setToken(account, token.trim()),
      [account.id, account.version],
      'postup.bank.accounts.tokenKept',
      setFaults,
    );
    if (kept) setTyped('');
  };
  return (
    <Box sx={{ mt: 0.5 }}>
      {fio !== null && (
        <Typography variant="body2">
          {translate('postup.bank.accounts.tokenSet', { name: fio.setBy?.name ?? '', when: formatDateTime(fio.setAt) })}
        </Typography>
      )}
      {fio?.failure && (
        <FormHelperText error>
          {translate('postup.bank.fio.failure', { when: formatDateTime(fio.failedAt), why: words(fio.failure) })}
        </FormHelperText>
      )}
      {mayEdit && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap', mt: 1 }}>
          <TextField
            size="small"
            type="password"
            label={translate('postup.bank.accounts.token')}
            value={token}
            onChange={(event) => setTyped(event.target.value)}
            error={faults.token !== undefined}
            helperText={faults.token ?? translate('postup.bank.accounts.tokenHint')}
            slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false, maxLength: 200 } }}
            sx={{ flex: '1 1 240px' }}
          />
          <Button disabled={act.busy || token.trim() === ''} variant="outlined" onClick={() => void keep()}>
            {translate('postup.bank.accounts.tokenNew')}
          </Button>
          {fio !== null && (
            <Button
              color="error"
              disabled={act.busy}
              onClick={() =>
                void run(
                  act,
                  () => removeToken(account),
                  ['remove', account.id, account.version],
                  'postup.bank.accounts.tokenRemoved',
                  setFaults,
                )
              }
            >
              {translate('postup.bank.accounts.tokenRemove')}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}

function Account({ account, mayEdit }: { readonly account: BankAccountView; readonly mayEdit: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  const retired = account.retiredAt !== null;
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider', listStyle: 'none' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {account.name}, {account.account}
        </Typography>
        {account.isDefault && <Chip size="small" label={translate('postup.bank.accounts.default')} />}
        {retired && <Chip size="small" variant="outlined" label={translate('postup.bank.accounts.retired')} />}
        {mayEdit && !account.isDefault && (
          <Button
            size="small"
            disabled={act.busy}
            onClick={() =>
              void act.run(() => retireAccount(account, !retired), [account.id, account.version, !retired], 'postup.bank.accounts.changed')
            }
          >
            {translate(retired ? 'postup.bank.accounts.use' : 'postup.bank.accounts.retire')}
          </Button>
        )}
      </Box>
      {!retired && account.account.endsWith('/2010') && <Token account={account} mayEdit={mayEdit} />}
    </Box>
  );
}

function NewAccount() {
  const translate = useTranslate();
  const act = useAct();
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const add = async (): Promise<void> => {
    if (!(await run(act, (key) => addAccount(name, number, key), [name, number], 'postup.bank.accounts.added', setFaults))) return;
    setName('');
    setNumber('');
  };
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap', mt: 2 }}>
      <TextField
        size="small"
        label={translate('postup.bank.accounts.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={faults.name !== undefined}
        helperText={faults.name}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        sx={{ flex: '1 1 180px' }}
      />
      <TextField
        size="small"
        label={translate('postup.bank.accounts.number')}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        error={faults.account !== undefined}
        helperText={faults.account ?? translate('postup.bank.accounts.numberHint')}
        slotProps={{ htmlInput: { maxLength: 30 } }}
        sx={{ flex: '1 1 180px' }}
      />
      <Button variant="outlined" disabled={act.busy || name.trim() === '' || number.trim() === ''} onClick={() => void add()}>
        {translate('postup.bank.accounts.add')}
      </Button>
    </Box>
  );
}

/** Accounts of the office, beside the one of its settings; tokens of Fio are typed in here and shown nowhere. */
export function BankAccounts() {
  const translate = useTranslate();
  const read = useRows<BankAccountView>('bank/accounts', {});
  const { canAccess: mayEdit = false } = useCanAccess({ resource: 'bankAccounts', action: 'edit' });
  return (
    <Paper sx={{ maxWidth: 720, mt: 2, p: 2 }}>
      <Typography variant="h6" component="h2">
        {translate('postup.bank.accounts.title')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {translate('postup.bank.accounts.hint')}
      </Typography>
      <Loaded read={read} lines={2}>
        {(accounts) => (
          <Box component="ul" sx={{ m: 0, p: 0 }}>
            {accounts.map((account) => (
              <Account key={account.id} account={account} mayEdit={mayEdit} />
            ))}
          </Box>
        )}
      </Loaded>
      {mayEdit && <NewAccount />}
    </Paper>
  );
}
