import type { ProcessDefinition } from './define';
import { breachProcess } from './breach/definition';
import { grantProcess } from './grant/definition';

/** Every process of the product. Adding one is a line here, a workflow, its words and a test. */
export const processes: Readonly<Record<string, ProcessDefinition>> = {
  [grantProcess.id]: grantProcess,
  [breachProcess.id]: breachProcess,
};

export class UnknownProcessError extends Error {
  constructor(readonly processId: string) {
    super(`Unknown process '${processId}'`);
  }
}

/** @throws UnknownProcessError */
export function processById(id: string): ProcessDefinition {
  const definition = processes[id];
  if (!definition) throw new UnknownProcessError(id);
  return definition;
}
