/** What was typed and not sent: on the server, and in this browser until the server has it. */
export type TaskData = Record<string, unknown>;

const key = (taskId: string): string => `postup.draft.${taskId}`;

/** Storage may be full or forbidden; then the server's copy is the only one. */
function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

export function isData(value: unknown): value is TaskData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The copy that never reached the server; null where there is none. */
export function localDraft(taskId: string): TaskData | null {
  return quietly(() => {
    const text = localStorage.getItem(key(taskId));
    const value: unknown = text === null ? null : JSON.parse(text);
    return isData(value) ? value : null;
  }, null);
}

export function keepLocally(taskId: string, data: TaskData): void {
  quietly(() => localStorage.setItem(key(taskId), JSON.stringify(data)), undefined);
}

export function dropLocal(taskId: string): void {
  quietly(() => localStorage.removeItem(key(taskId)), undefined);
}
