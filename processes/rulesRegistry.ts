import { grantRules } from './grant/rules';
import { noRules, type ProcessRules } from './rules';

const rules: Readonly<Record<string, ProcessRules>> = { grant: grantRules };

/** The checks of a process beyond its schemas; a process without any is checked by its schemas alone. */
export function rulesOf(processId: string): ProcessRules {
  return (Object.hasOwn(rules, processId) ? rules[processId] : undefined) ?? noRules;
}
