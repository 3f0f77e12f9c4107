/** Payment orders: made of open tasks, kept with their file, cancelled with a reason. */
import { createHash, randomUUID } from 'node:crypto';
import { lockBank } from '../../models/banking/accounts';
import { query } from '../../models/database';
import { writeAbo } from '../../processes/banking/abo';
import { OrderError, totalOf, type PaymentOrder } from '../../processes/banking/orders';
import { writePain } from '../../processes/banking/pain001';
import type { DueView, OrderFormat, OrderView } from '../../processes/banking/views';
import { words, type Words } from '../../processes/words';
import type { Asking } from '../context';
import { conflict, invalid, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';
import { today } from '../today';
import { openDues } from './dues';
import { findOrder } from './orderPresenter';
import { payerOf } from './ownAccounts';

export interface NewOrder {
  readonly taskIds: readonly string[];
  readonly format: OrderFormat;
  readonly payOn: string;
  /** Of the office; where it is not said, that of the programmes of the payments. */
  readonly accountId?: string;
  /** The person knows that some of the tasks are in a live order already. */
  readonly again: boolean;
}

const OBSTACLES: Readonly<Record<NonNullable<DueView['obstacle']>, Words>> = {
  account: words('v žádosti není platné číslo účtu', 'the application has no valid bank account'),
  symbol: words('úkol nemá variabilní symbol', 'the task has no variable symbol'),
  suspended: words('spis je pozastaven', 'the case is suspended'),
};

/** The tasks as they stand, in the order in which they were chosen. @throws ProblemError 422 naming those that cannot be paid */
async function chosen(context: Asking, taskIds: readonly string[]): Promise<DueView[]> {
  const open = new Map((await openDues(context, 'payment', taskIds)).map((due) => [due.id, due]));
  const errors: Record<string, Words> = {};
  const dues = taskIds.flatMap((id, index) => {
    const due = open.get(id);
    const wrong = due?.obstacle ? OBSTACLES[due.obstacle] : undefined;
    if (!due) errors[`taskIds.${index}`] = words('Tato platba už nečeká.', 'This payment waits no longer.');
    else if (wrong) errors[`taskIds.${index}`] = words(`${due.caseNumber}: ${wrong.cs}.`, `${due.caseNumber}: ${wrong.en}.`);
    return due ? [due] : [];
  });
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return dues;
}

function bytesOf(format: OrderFormat, order: PaymentOrder): Buffer {
  try {
    return Buffer.from(format === 'abo' ? writeAbo(order) : writePain(order, format === 'pain.001.001.03' ? '03' : '09'));
  } catch (error) {
    if (error instanceof OrderError) throw invalid({ taskIds: error.why });
    throw error;
  }
}

const actor = (context: Asking, action: 'create' | 'act' | 'export') => actorFor(context.person, ['bank', action]);

/**
 * Makes the file and keeps it. The same task comes to a second live order only when the person says so.
 * @throws ProblemError 409 naming the cases that are ordered already, 422 naming the fields
 */
export function makeOrder(context: Asking, wanted: NewOrder): Promise<OrderView> {
  const { tenantId, person } = context;
  return context.inTenant(async () => {
    await lockBank(tenantId);
    if (new Set(wanted.taskIds).size !== wanted.taskIds.length)
      throw invalid({ taskIds: words('Každou platbu vyberte jen jednou.', 'Choose each payment once.') });
    if (wanted.payOn < today()) throw invalid({ payOn: words('Datum splatnosti už minulo.', 'The day of payment has passed.') });
    const dues = await chosen(context, wanted.taskIds);
    const repeated = dues.filter(({ orderIds }) => orderIds.length > 0).map(({ caseNumber }) => caseNumber);
    if (repeated.length > 0 && !wanted.again) {
      throw conflict(
        words(
          `V jiném platném příkazu už jsou platby spisů ${repeated.join(', ')}. Zrušte ho, nebo potvrďte, že je chcete poslat znovu.`,
          `Another live order has payments of the cases ${repeated.join(', ')}. Cancel it, or confirm that they are to be sent again.`,
        ),
        { repeated },
      );
    }
    const own = await payerOf(tenantId, wanted.accountId, dues);
    const id = randomUUID();
    const moment = new Date().toISOString();
    const short = `${wanted.payOn.replaceAll('-', '')}${id.slice(0, 8)}`.toUpperCase();
    const payments = dues.map(({ account, name, amount, variableSymbol, caseNumber }) => ({
      account: account ?? '',
      name,
      amount,
      variableSymbol: variableSymbol ?? '',
      message: `Dotace ${caseNumber}`,
    }));
    const order: PaymentOrder = { id: short, payer: own, currency: 'CZK', payOn: wanted.payOn, createdAt: moment, payments };
    const content = bytesOf(wanted.format, order);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const fileName = `prikaz-${short}.${wanted.format === 'abo' ? 'kpc' : 'xml'}`;
    const total = totalOf(payments);
    await query(
      `insert into bank_orders (id, tenant_id, format, account, pay_on, total, file_name, sha256, content, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, tenantId, wanted.format, own.account, wanted.payOn, total, fileName, sha256, content, person.id, moment],
    );
    await query(
      `insert into bank_order_items (tenant_id, order_id, ordinal, task_id, case_id, name, account, amount, variable_symbol)
       select $1, $2, x.ordinal, x."taskId", x."caseId", x.name, x.account, x.amount, x."variableSymbol"
       from jsonb_to_recordset($3::jsonb) as x(ordinal integer, "taskId" text, "caseId" uuid, name text, account text, amount bigint, "variableSymbol" text)`,
      [tenantId, id, JSON.stringify(dues.map((due, index) => ({ ordinal: index + 1, taskId: due.id, ...due })))],
    );
    await record(context, {
      type: 'bankOrderCreated',
      what: {
        orderId: id,
        fileName,
        format: wanted.format,
        payOn: wanted.payOn,
        account: own.account,
        sha256,
        total,
        payments: payments.length,
        again: repeated,
      },
      after: { items: dues.map(({ caseNumber, amount, variableSymbol, account }) => ({ caseNumber, amount, variableSymbol, account })) },
      actor: actor(context, 'create'),
    });
    return findOrder(id);
  });
}

/** The bank did not get the file, or did not take it. @throws ProblemError 404, 409 */
export function cancelOrder(context: Asking, id: string, reason: string): Promise<OrderView> {
  return context.inTenant(async () => {
    await lockBank(context.tenantId);
    const order = await findOrder(id);
    if (order.cancelledAt !== null) throw notNow(words('Příkaz už je zrušený.', 'The order is cancelled already.'));
    await query('update bank_orders set cancelled_at = now(), cancelled_by = $2, cancel_reason = $3 where id = $1', [
      id,
      context.person.id,
      reason,
    ]);
    await record(context, {
      type: 'bankOrderCancelled',
      what: { orderId: id, fileName: order.fileName, reason },
      actor: actor(context, 'act'),
    });
    return findOrder(id);
  });
}

export interface OrderFile {
  readonly fileName: string;
  readonly content: Buffer;
}

/** The bytes as they were made; who took them out is recorded. @throws ProblemError 404, 409 for a cancelled order */
export function orderFile(context: Asking, id: string): Promise<OrderFile> {
  return context.inTenant(async () => {
    const [order] = await select<OrderFile & { cancelledAt: Date | null; sha256: string }>(
      'select file_name as "fileName", content, sha256, cancelled_at as "cancelledAt" from bank_orders where id = $1',
      [id],
    );
    if (!order) throw notFound();
    if (order.cancelledAt !== null)
      throw notNow(words('Příkaz je zrušený, soubor se už nevydává.', 'The order is cancelled; its file is not given any more.'));
    await record(context, {
      type: 'bankOrderDownloaded',
      what: { orderId: id, fileName: order.fileName, sha256: order.sha256 },
      actor: actor(context, 'export'),
    });
    return order;
  });
}
