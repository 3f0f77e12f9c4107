import {
  Alert,
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { orderFormats, type DueView, type OrderFormat } from '../../../processes/banking/views';
import { formatMoney } from '../../../processes/money';
import { useRows } from '../api/reads';
import { useAct } from '../api/useAct';
import { CaseLink } from '../shared/CaseLink';
import { formatDate } from '../shared/dates';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { AMOUNT, ON_WIDE } from '../shared/looks';
import { makeOrder } from './acts';
import { AccountSelect } from './AccountSelect';

const dayNow = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Prague' }).format(new Date());

function Rows({
  dues,
  chosen,
  onChoose,
}: {
  readonly dues: readonly DueView[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}) {
  const translate = useTranslate();
  const payable = dues.filter(({ obstacle }) => obstacle === null);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const all = payable.length > 0 && payable.every(({ id }) => chosen.has(id));
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">
              <Checkbox
                checked={all}
                disabled={payable.length === 0}
                onChange={() => onChoose(new Set(all ? [] : payable.map(({ id }) => id)))}
                slotProps={{ input: { 'aria-label': translate('postup.bank.chooseAll') } }}
              />
            </TableCell>
            <TableCell>{translate('postup.bank.case')}</TableCell>
            <TableCell>{translate('postup.bank.recipient')}</TableCell>
            <TableCell sx={AMOUNT}>{translate('postup.bank.amount')}</TableCell>
            <TableCell sx={ON_WIDE}>{translate('postup.bank.symbol')}</TableCell>
            <TableCell sx={ON_WIDE}>{translate('postup.bank.due')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {dues.map((due) => (
            <TableRow key={due.id} hover>
              <TableCell padding="checkbox">
                <Checkbox
                  checked={chosen.has(due.id)}
                  disabled={due.obstacle !== null}
                  onChange={() => toggle(due.id)}
                  slotProps={{ input: { 'aria-label': `${due.caseNumber}, ${due.name}` } }}
                />
              </TableCell>
              <TableCell>
                <CaseLink caseId={due.caseId} number={due.caseNumber} />
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                {due.name}
                <Typography variant="caption" color="text.secondary" component="p">
                  {due.account}
                </Typography>
                {due.obstacle !== null && (
                  <Typography variant="caption" color="error" component="p">
                    {translate(`postup.bank.obstacles.${due.obstacle}`)}
                  </Typography>
                )}
                {due.orderIds.length > 0 && (
                  <Typography variant="caption" color="warning.dark" component="p">
                    {translate('postup.bank.ordered')}
                  </Typography>
                )}
              </TableCell>
              <TableCell sx={AMOUNT}>{formatMoney(due.amount)}</TableCell>
              <TableCell sx={ON_WIDE}>{due.variableSymbol}</TableCell>
              <TableCell sx={ON_WIDE}>{formatDate(due.dueAt)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** Payments that wait, chosen into a file for the bank. */
export function DuesTab({ may }: { readonly may: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  const read = useRows<DueView>('bank/dues', { kind: 'payment' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [format, setFormat] = useState<OrderFormat>('abo');
  const [payOn, setPayOn] = useState(dayNow);
  const [again, setAgain] = useState(false);
  const [accountId, setAccountId] = useState('');
  const dues = (read.data ?? []).filter(({ id }) => chosen.has(id));
  const repeated = dues.some(({ orderIds }) => orderIds.length > 0);
  const order = { taskIds: dues.map(({ id }) => id), format, payOn, again: repeated && again, ...(accountId !== '' && { accountId }) };
  const make = async (): Promise<void> => {
    if (await act.run((_provider, key) => makeOrder(order, key), order, 'postup.bank.orderMade')) {
      setChosen(new Set());
      setAgain(false);
    }
  };
  return (
    <Loaded read={read}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState text="postup.bank.nothingDue" />
        ) : (
          <>
            <Rows dues={all} chosen={chosen} onChoose={setChosen} />
            {may && (
              <Box sx={{ mt: 2, display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
                <TextField
                  select
                  size="small"
                  label={translate('postup.bank.format')}
                  value={format}
                  onChange={(event) => setFormat(event.target.value as OrderFormat)}
                  sx={{ minWidth: 180 }}
                >
                  {orderFormats.map((one) => (
                    <MenuItem key={one} value={one}>
                      {one === 'abo' ? 'ABO (KPC)' : one}
                    </MenuItem>
                  ))}
                </TextField>
                <AccountSelect value={accountId} onChange={setAccountId} label="postup.bank.payFrom" none="postup.bank.payFromProgramme" />
                <TextField
                  type="date"
                  size="small"
                  label={translate('postup.bank.payOn')}
                  value={payOn}
                  onChange={(event) => setPayOn(event.target.value)}
                  slotProps={{ inputLabel: { shrink: true } }}
                />
                <Button
                  variant="contained"
                  disabled={dues.length === 0 || act.busy || payOn === '' || (repeated && !again)}
                  onClick={() => void make()}
                >
                  {translate('postup.bank.makeOrder')}
                </Button>
                <Typography aria-live="polite">
                  {translate('postup.bank.chosen', {
                    smart_count: dues.length,
                    amount: formatMoney(dues.reduce((sum, { amount }) => sum + amount, 0)),
                  })}
                </Typography>
              </Box>
            )}
            {may && repeated && (
              <Alert severity="warning" sx={{ mt: 2 }}>
                {translate('postup.bank.repeated')}
                <FormControlLabel
                  sx={{ display: 'block' }}
                  control={<Checkbox checked={again} onChange={(event) => setAgain(event.target.checked)} />}
                  label={translate('postup.bank.again')}
                />
              </Alert>
            )}
          </>
        )
      }
    </Loaded>
  );
}
