import { useCallback, useMemo, useState } from 'react';
import type { Form } from '../../../processes/define';
import { readCopy, startFrom } from '../../../processes/drafts/localCopy';
import type { Data, Saver, SaveState } from '../../../processes/drafts/saver';
import { isRecord } from '../../../processes/formSchema';
import { forgetKey, keyOf } from '../api/idempotency';
import { ApiProblem } from '../api/problem';
import type { Act } from '../api/useAct';
import { stripped, withDefaults } from '../forms/applies';
import type { ServerErrors } from '../forms/faults';
import { answerTo, useSaver } from './useSaver';

/** What was typed, as the server keeps it. */
export interface Kept {
  readonly data: Data;
  readonly version: number;
  /** When it was kept, ISO 8601; null where the server does not say. */
  readonly at: string | null;
}

interface Source {
  /** Of the copy in this browser. */
  readonly key: string;
  readonly form: Form;
  readonly kept: Kept;
  /** Keeps what was typed. @param version the one it follows @throws ApiProblem 412 where somebody else was faster */
  readonly keep: (data: Data, version: number) => Promise<{ readonly version: number; readonly at: string }>;
  /** What the server keeps now. */
  readonly read: () => Promise<Kept>;
  readonly act: Act;
}

interface KeptForm {
  readonly data: Data;
  readonly change: (next: Data) => void;
  readonly saver: Saver;
  readonly state: SaveState;
  /** When the copy was made from which typing went on, ISO 8601; null where it went on from the server's. */
  readonly restoredAt: string | null;
  /** Of two versions, the one on this screen holds. */
  readonly takeMine: () => void;
  /** Of two versions, the server's holds. */
  readonly takeTheirs: () => void;
  /** What the server refused. */
  readonly server: ServerErrors;
  readonly setServer: (errors: ServerErrors) => void;
  /** What is sent: without answers to questions that are not asked. */
  readonly sent: (data: Data) => Data;
  /** Sends once, however often it is tried; then nothing of it stays in this browser. @param name of the act @param body by which the same act is known again */
  readonly handOver: <T>(name: string, body: unknown, post: (idempotencyKey: string) => Promise<T>) => Promise<T>;
}

const NONE: ServerErrors = { errors: {}, of: null };

/** A form that is kept as it is typed: on the server, and in this browser until the server has it. */
export function useKeptForm({ key, form, kept, keep, read, act }: Source): KeptForm {
  const sent = useCallback(
    (data: Data): Data => {
      const without = stripped(form.schema, data);
      return isRecord(without) ? without : {};
    },
    [form],
  );
  const { data: from, version } = kept;
  const start = useMemo(() => startFrom({ data: from, version }, readCopy(localStorage, key), sent), [from, version, key, sent]);
  const [data, setData] = useState<Data>(() => withDefaults(form.schema, start.data));
  const [server, setServer] = useState<ServerErrors>(NONE);
  const { saver, state } = useSaver({
    key,
    version: start.version,
    savedAt: kept.at,
    unsaved: start.kind === 'server' ? null : start.data,
    save: async (typed, follows) => {
      try {
        return { kind: 'saved', ...(await keep(sent(typed), follows)) };
      } catch (error) {
        return answerTo(error);
      }
    },
  });

  return {
    data,
    change: (next) => {
      setData(next);
      saver.change(next);
    },
    saver,
    state,
    restoredAt: start.kind === 'restored' ? start.at : null,
    takeMine: () => act.run(async () => saver.overwrite((await read()).version, data)),
    takeTheirs: () =>
      act.run(async () => {
        const now = await read();
        setData(withDefaults(form.schema, now.data));
        saver.accept(now.version, now.at);
      }),
    server,
    setServer,
    sent,
    handOver: async (name, body, post) => {
      try {
        const answer = await post(keyOf(name, body));
        forgetKey(name);
        saver.forget();
        return answer;
      } catch (error) {
        if (error instanceof ApiProblem && Object.keys(error.errors).length > 0) setServer({ errors: error.errors, of: data });
        throw error;
      }
    },
  };
}
