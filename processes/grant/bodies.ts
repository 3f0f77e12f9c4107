/** Who decides on a grant, and where in the procedure. */

/** The body that decides -> the step in which its resolution is recorded. */
export const decisionStepOf = { council: 'councilDecision', assembly: 'assemblyDecision' } as const;
export type DecidingBody = keyof typeof decisionStepOf;

export const bodyAt = (step: string): DecidingBody | null =>
  step === decisionStepOf.council ? 'council' : step === decisionStepOf.assembly ? 'assembly' : null;
