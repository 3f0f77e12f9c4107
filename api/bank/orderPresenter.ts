import type { OrderFormat, OrderItemView, OrderView } from '../../processes/banking/views';
import { notFound } from '../problems';
import type { Rows } from '../lists';
import { iso, isoOrNull, select } from '../sql';

interface OrderRow {
  readonly id: string;
  readonly format: OrderFormat;
  readonly account: string;
  readonly payOn: string;
  readonly total: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly createdName: string;
  readonly cancelledAt: Date | null;
  readonly cancelledBy: string | null;
  readonly cancelledName: string | null;
  readonly cancelReason: string | null;
  readonly all: number;
}

/** @param id of one order; null: all, the newest first. Inside inTenant. */
export async function findOrders(id: string | null, limit: number, offset: number): Promise<Rows<OrderView>> {
  const rows = await select<OrderRow>(
    `select o.id, o.format, o.account, o.pay_on::text as "payOn", o.total, o.file_name as "fileName", o.sha256, o.created_at as "createdAt",
       o.created_by as "createdBy", u.name as "createdName", o.cancelled_at as "cancelledAt", o.cancelled_by as "cancelledBy", x.name as "cancelledName",
       o.cancel_reason as "cancelReason", count(*) over () as all
     from bank_orders o join users u on u.id = o.created_by left join users x on x.id = o.cancelled_by
     where $1::uuid is null or o.id = $1 order by o.created_at desc, o.id limit $2 offset $3`,
    [id, limit, offset],
  );
  const items = await select<OrderItemView & { orderId: string }>(
    `select i.order_id as "orderId", i.task_id as "taskId", i.case_id as "caseId", c.number as "caseNumber", i.name, i.account, i.amount,
       i.variable_symbol as "variableSymbol"
     from bank_order_items i join cases c on c.id = i.case_id where i.order_id = any($1::uuid[]) order by i.ordinal`,
    [rows.map((row) => row.id)],
  );
  const views = rows.map((row): OrderView => {
    const own = items.filter(({ orderId }) => orderId === row.id).map(({ orderId: _order, ...item }) => item);
    return {
      id: row.id,
      format: row.format,
      account: row.account,
      payOn: row.payOn,
      total: row.total,
      payments: own.length,
      fileName: row.fileName,
      sha256: row.sha256,
      createdAt: iso(row.createdAt),
      createdBy: { id: row.createdBy, name: row.createdName },
      cancelledAt: isoOrNull(row.cancelledAt),
      cancelledBy: row.cancelledBy === null ? null : { id: row.cancelledBy, name: row.cancelledName ?? '' },
      cancelReason: row.cancelReason,
      items: own,
    };
  });
  return { rows: views, total: rows[0]?.all ?? 0 };
}

/** Inside inTenant. @throws ProblemError 404 */
export async function findOrder(id: string): Promise<OrderView> {
  const { rows } = await findOrders(id, 1, 0);
  const [order] = rows;
  if (!order) throw notFound();
  return order;
}
