import { breachRules } from './breach/rules';
import { grantRules } from './grant/rules';
import { noRules, type ProcessRules } from './rules';

const rules: Readonly<Record<string, ProcessRules>> = { grant: grantRules, breach: breachRules };

/** The checks of a process beyond its schemas; a process without any is checked by its schemas alone. */
export function rulesOf(processId: string): ProcessRules {
  return (Object.hasOwn(rules, processId) ? rules[processId] : undefined) ?? noRules;
}

/**
 * The process whose applications programmes take: the one that is begun under a programme.
 * @throws Error when there is not exactly one; a second one would have to be named by each programme
 */
export function processOfProgrammes(): string {
  const [id, ...others] = Object.keys(rules).filter((known) => rulesOf(known).subject === 'programme');
  if (id === undefined || others.length > 0) throw new Error(`Programmes belong to one process, not to [${[id, ...others].join(', ')}]`);
  return id;
}
