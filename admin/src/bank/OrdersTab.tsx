import { Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { CanAccess, useTranslate } from 'react-admin';
import type { OrderView } from '../../../processes/banking/views';
import { formatMoney } from '../../../processes/money';
import { useRows } from '../api/reads';
import { useAct } from '../api/useAct';
import { CaseLink } from '../shared/CaseLink';
import { formatDate, formatDateTime } from '../shared/dates';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { AMOUNT, NARROW_ONLY, ON_WIDE, UNBROKEN } from '../shared/looks';
import { ReasonDialog } from '../shared/ReasonDialog';
import { cancelOrder, orderFileAddress } from './acts';

function Order({ order, may, onCancel }: { readonly order: OrderView; readonly may: boolean; readonly onCancel: () => void }) {
  const translate = useTranslate();
  const cancelled = order.cancelledAt !== null;
  return (
    <TableRow>
      <TableCell sx={{ overflowWrap: 'anywhere', minWidth: { md: 280 }, width: { md: '34%' } }}>
        {cancelled ? (
          <s>{order.fileName}</s>
        ) : (
          <CanAccess resource="bank" action="export" accessDenied={order.fileName}>
            <Link href={orderFileAddress(order.id)} download>
              {order.fileName}
            </Link>
          </CanAccess>
        )}
        <Typography variant="caption" color="text.secondary" component="p">
          {order.createdBy.name}, {formatDateTime(order.createdAt)}
        </Typography>
        <Typography variant="caption" color="text.secondary" component="p" sx={NARROW_ONLY}>
          {translate('postup.bank.payOn')}: {formatDate(order.payOn)}
        </Typography>
        <Typography variant="caption" color="text.secondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
          SHA-256 {order.sha256}
        </Typography>
        {cancelled && (
          <Typography variant="caption" color="error" component="p">
            {translate('postup.bank.cancelled', { name: order.cancelledBy?.name ?? '', reason: order.cancelReason ?? '' })}
          </Typography>
        )}
      </TableCell>
      <TableCell sx={ON_WIDE}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
          {order.items.map((item) => (
            <CaseLink key={item.taskId} caseId={item.caseId} number={item.caseNumber} />
          ))}
        </Box>
      </TableCell>
      <TableCell sx={{ ...ON_WIDE, ...UNBROKEN }}>{formatDate(order.payOn)}</TableCell>
      <TableCell sx={AMOUNT}>{formatMoney(order.total)}</TableCell>
      <TableCell align="right">
        {may && !cancelled && (
          <Button size="small" onClick={onCancel}>
            {translate('postup.bank.cancelOrder')}
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}

/** Files that were made for the bank: who, when, which cases, how much; one that was not given to it is cancelled. */
export function OrdersTab({ may }: { readonly may: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  const read = useRows<OrderView>('bank/orders', {});
  const [cancelling, setCancelling] = useState<string | null>(null);
  return (
    <Loaded read={read}>
      {(orders) =>
        orders.length === 0 ? (
          <EmptyState text="postup.bank.noOrders" />
        ) : (
          <Box sx={{ overflowX: 'auto' }}>
            <Table size="small">
              <TableHead>
                <TableRow>
                  <TableCell>{translate('postup.bank.file')}</TableCell>
                  <TableCell sx={ON_WIDE}>{translate('postup.bank.cases')}</TableCell>
                  <TableCell sx={ON_WIDE}>{translate('postup.bank.payOn')}</TableCell>
                  <TableCell sx={AMOUNT}>{translate('postup.bank.total')}</TableCell>
                  <TableCell component="td" />
                </TableRow>
              </TableHead>
              <TableBody>
                {orders.map((order) => (
                  <Order key={order.id} order={order} may={may} onCancel={() => setCancelling(order.id)} />
                ))}
              </TableBody>
            </Table>
            {cancelling !== null && (
              <ReasonDialog
                title="postup.bank.cancelOrder"
                hint="postup.bank.cancelHint"
                confirm="postup.bank.cancelOrder"
                keptAs={`bankOrder.${cancelling}`}
                busy={act.busy}
                onClose={() => setCancelling(null)}
                onConfirm={(reason) => act.run(() => cancelOrder(cancelling, reason), [cancelling, reason], 'postup.bank.orderCancelled')}
              />
            )}
          </Box>
        )
      }
    </Loaded>
  );
}
