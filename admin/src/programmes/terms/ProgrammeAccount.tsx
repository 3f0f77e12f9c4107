import { Box, Typography } from '@mui/material';
import { useCanAccess, useTranslate } from 'react-admin';
import type { BankAccountView } from '../../../../processes/banking/views';
import { useOne, useRows } from '../../api/reads';
import { useAct } from '../../api/useAct';
import { AccountSelect } from '../../bank/AccountSelect';
import { chooseAccount } from '../../bank/acts';

interface Chosen {
  readonly id: string;
  readonly bankAccountId: string | null;
  readonly version: number;
}

interface ProgrammeAccountProps {
  readonly programmeId: string;
  readonly mayEdit: boolean;
}

function Choice({ programmeId, mayEdit }: ProgrammeAccountProps) {
  const translate = useTranslate();
  const act = useAct();
  const { data: accounts = [] } = useRows<BankAccountView>('bank/accounts', {});
  const read = useOne<Chosen>('programmeAccount', programmeId, { fresh: true });
  const chosen = read.data;
  if (!chosen || accounts.length < 2) return null;
  const choose = (id: string): void =>
    void act.run(
      async () => {
        await chooseAccount(programmeId, chosen.version, id === '' ? null : id);
        read.again();
      },
      [programmeId, chosen.version, id],
      'postup.bank.programmeAccount.saved',
    );
  return (
    <Box sx={{ mt: 3, maxWidth: 720 }}>
      <Typography variant="subtitle1" component="h3">
        {translate('postup.bank.programmeAccount.title')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {translate('postup.bank.programmeAccount.hint')}
      </Typography>
      <AccountSelect
        value={chosen.bankAccountId ?? ''}
        onChange={choose}
        label="postup.bank.programmeAccount.title"
        none="postup.bank.programmeAccount.first"
        disabled={!mayEdit || act.busy}
      />
    </Box>
  );
}

/** From which account of the office the programme pays, where the office has several; it may change at any time. */
export function ProgrammeAccount(props: ProgrammeAccountProps) {
  const { canAccess: may = false } = useCanAccess({ resource: 'bankAccounts', action: 'list' });
  return may ? <Choice {...props} /> : null;
}
