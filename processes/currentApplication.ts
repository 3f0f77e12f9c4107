import { rulesOf } from './rulesRegistry';

/** The application as it stands: the first one, or the last completed one. @param submissions of the case in the order in which they came */
export function currentApplication(
  processId: string,
  submissions: readonly { readonly step: string; readonly data: Readonly<Record<string, unknown>> }[],
): Readonly<Record<string, unknown>> {
  const { applicationIn } = rulesOf(processId);
  let current: Readonly<Record<string, unknown>> = {};
  for (const { step, data } of submissions) {
    const field = applicationIn[step];
    const application = step === 'application' ? data : field === undefined ? undefined : data[field];
    if (typeof application === 'object' && application !== null) current = application as Readonly<Record<string, unknown>>;
  }
  return current;
}
