import type { Texts } from '../words/cs';
import { Notice } from '../ui/Notice';
import { useWords } from '../words/context';
import { formatMoment } from '../words/dates';

/** What the server says of one hash. */
export interface Check {
  readonly fits: 'application' | 'attachment' | null;
  readonly name: string | null;
  readonly submittedAt: string | null;
  /** Do the number and the code belong together? Null: no code was given. */
  readonly receipt: boolean | null;
}

export interface Verdict extends Check {
  /** What was asked about: the name of a file, or the written hash. */
  readonly of: string;
}

function sentence({ fits, name, submittedAt, receipt }: Check, words: Texts['receiptCheck'], language: 'cs' | 'en'): string {
  const moment = submittedAt === null ? '' : formatMoment(submittedAt, language);
  if (fits === 'application') return words.application(moment);
  if (fits === 'attachment') return words.attachment(name ?? '', moment);
  if (receipt === null) return words.notData;
  return receipt ? words.notThere : words.wrongCode;
}

/** Of each file yes or no, and which document it is. */
export function Verdicts({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const { t, language } = useWords();
  const words = t.receiptCheck;
  if (verdicts.length === 0) return null;
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">{words.results}</h2>
      <ul className="verdicts">
        {verdicts.map((verdict, index) => (
          <li key={index}>
            <Notice tone={verdict.fits === null ? 'warning' : 'success'}>
              <strong>
                {verdict.of}: {verdict.fits === null ? words.no : words.yes}
              </strong>{' '}
              {sentence(verdict, words, language)}
            </Notice>
          </li>
        ))}
      </ul>
    </section>
  );
}
