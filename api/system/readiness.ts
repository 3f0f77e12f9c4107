import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { ping } from '../../models/database';
import { CASES_QUEUE } from '../../workflows/messages';

export type Part = 'postgres' | 'temporal' | 'worker';

export interface ReadyView {
  readonly ready: boolean;
  readonly parts: Readonly<Record<Part, 'ok' | 'down'>>;
}

export interface Readiness {
  /** Asks all parts; the answer holds for a few seconds, so that being asked costs nothing. */
  view(): Promise<ReadyView>;
  /**
   * From now on 'not ready': the process is ending. Resolves when no question is under way any more: a client of Temporal closed under a
   * call that it is about to try again throws from a timer.
   */
  leave(): Promise<void>;
}

const HOLDS_MS = 5_000;
const WAITS_MS = 4_000;

/** @param temporal for the server itself and for the tiny workflow that a living worker must finish */
export function createReadiness(temporal: Client): Readiness {
  let leaving = false;
  const underWay = new Set<Promise<unknown>>();
  let last: { readonly at: number; readonly view: Promise<ReadyView> } | undefined;

  const asks: Readonly<Record<Part, () => Promise<unknown>>> = {
    postgres: ping,
    temporal: () => temporal.connection.withDeadline(Date.now() + WAITS_MS, () => temporal.workflowService.getSystemInfo({})),
    worker: () =>
      temporal.withDeadline(Date.now() + WAITS_MS, () =>
        temporal.workflow.execute('readiness', {
          taskQueue: CASES_QUEUE,
          workflowId: `readiness-${randomUUID()}`,
          args: [],
          workflowExecutionTimeout: WAITS_MS,
        }),
      ),
  };

  const within = async (ask: () => Promise<unknown>): Promise<'ok' | 'down'> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'down'>((resolve) => {
      timer = setTimeout(() => resolve('down'), WAITS_MS);
    });
    const asked = ask().then(
      () => 'ok' as const,
      () => 'down' as const,
    );
    underWay.add(asked);
    void asked.finally(() => underWay.delete(asked));
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  };

  const ask = async (): Promise<ReadyView> => {
    const [postgres, temporalServer, worker] = await Promise.all([within(asks.postgres), within(asks.temporal), within(asks.worker)]);
    const parts = { postgres, temporal: temporalServer, worker };
    return { ready: Object.values(parts).every((state) => state === 'ok'), parts };
  };

  return {
    async view() {
      if (!last || Date.now() - last.at > HOLDS_MS) last = { at: Date.now(), view: ask() };
      const current = last;
      const view = await current.view;
      // 'Down' is asked again at the next question: whoever waits for a start should not wait longer than needed.
      if (!view.ready && last === current) last = undefined;
      return leaving ? { ...view, ready: false } : view;
    },
    async leave() {
      leaving = true;
      await Promise.all(underWay);
    },
  };
}
