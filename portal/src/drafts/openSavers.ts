/** Savers of the forms that are open now, so that signing out can wait for what was typed last. */
const open = new Set<() => Promise<void>>();

/** @returns what is called when the form is left. */
export function registerOpen(flush: () => Promise<void>): () => void {
  open.add(flush);
  return () => open.delete(flush);
}

export async function flushOpen(): Promise<void> {
  await Promise.all([...open].map((flush) => flush()));
}
