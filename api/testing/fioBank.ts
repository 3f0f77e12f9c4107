/** A stand-in for Fio banka on loopback: speaks the contract of its API Bankovnictví, with the pointer of a token, the pause of 30 s that a test may pass over, and faults. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BankMovement {
  readonly id: number;
  /** `yyyy-MM-dd`. */
  readonly on: string;
  /** Crowns. */
  readonly amount: number;
  readonly vs?: string | null;
  readonly account?: string;
  readonly type?: string;
}

interface Held {
  /** `number/bank`. */
  readonly account: string;
  readonly movements: BankMovement[];
  pointer: number;
}

type Answer = (response: ServerResponse) => void;

/** The list of Fio with these movements of the account, as JSON. */
export function fioList(own: string, movements: readonly BankMovement[]): string {
  const [accountId, bankId] = own.split('/');
  const column = (value: unknown, id: number) => (value === null ? null : { value, name: 'x', id });
  const transaction = movements.map(({ id, on, amount, vs = null, account = '19-2000145399/0800', type = 'Bezhotovostní příjem' }) => ({
    column22: column(id, 22),
    column0: column(`${on}+0100`, 0),
    column1: column(amount, 1),
    column14: column('CZK', 14),
    column2: column(account.split('/')[0], 2),
    column3: column(account.split('/')[1], 3),
    column5: column(vs, 5),
    column8: column(type, 8),
    column10: null,
  }));
  const info = { accountId, bankId, currency: 'CZK', openingBalance: 0, closingBalance: 0, idFrom: null, idTo: null };
  return JSON.stringify({ accountStatement: { info, transactionList: { transaction } } });
}

export interface FioBank {
  readonly url: string;
  /** Paths as they were asked. */
  readonly asked: string[];
  open(token: string, account: string): Held;
  /** The next answer to a question for movements is this one; the pointer has moved all the same. */
  fault(answer: Answer): void;
  close(): Promise<void>;
}

export async function openFioBank(): Promise<FioBank> {
  const held = new Map<string, Held>();
  const asked: string[] = [];
  const faults: Answer[] = [];
  const text =
    (status: number, body: string): Answer =>
    (response) =>
      void response.writeHead(status).end(body);

  const answer = (path: string): Answer => {
    const [, , , what = '', token = '', ...rest] = path.split('/');
    const of = held.get(token);
    if (!of) return text(500, '<response><status>error</status></response>');
    if (what === 'set-last-id' || what === 'set-last-date') {
      const before = of.movements.filter(({ id, on }) => (what === 'set-last-id' ? id <= Number(rest[0]) : on < (rest[0] ?? '')));
      of.pointer = before.length;
      return text(200, '');
    }
    const found =
      what === 'last' ? of.movements.slice(of.pointer) : of.movements.filter(({ on }) => on >= (rest[0] ?? '') && on <= (rest[1] ?? ''));
    if (what === 'last') of.pointer = of.movements.length;
    return faults.shift() ?? text(200, fioList(of.account, found));
  };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request.url ?? '')(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    open(token, account) {
      const made = { account, movements: [], pointer: 0 };
      held.set(token, made);
      return made;
    },
    fault: (one) => void faults.push(one),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
