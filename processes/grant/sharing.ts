/** Sharing applications among evaluators. */

export interface ToShare {
  readonly id: string;
  /** Evaluators who declared a conflict of interest with the applicant before. */
  readonly avoid: readonly string[];
}

export interface Shared {
  /** Application -> its evaluators, in the order of the list. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** Applications for which there are too few evaluators without a conflict; nothing is given to anybody then. */
  readonly short: readonly string[];
}

/**
 * Gives each application to `each` evaluators so that all have about as much work: always to those who have least so far, the next one in the list on equal
 * terms. Applications with the fewest possible evaluators choose first. Where nobody is to be avoided, no two evaluators differ by more than one application.
 */
export function share(applications: readonly ToShare[], evaluators: readonly string[], each: number): Shared {
  const load = new Map(evaluators.map((id) => [id, 0]));
  const of = ({ avoid }: ToShare): string[] => evaluators.filter((id) => !avoid.includes(id));
  const short = applications.filter((one) => of(one).length < each).map(({ id }) => id);
  if (short.length > 0) return { given: new Map(), short };
  const given = new Map<string, readonly string[]>();
  for (const one of [...applications].sort((a, b) => of(a).length - of(b).length)) {
    const chosen = of(one)
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))
      .slice(0, each);
    for (const id of chosen) load.set(id, (load.get(id) ?? 0) + 1);
    given.set(
      one.id,
      evaluators.filter((id) => chosen.includes(id)),
    );
  }
  return { given, short: [] };
}
