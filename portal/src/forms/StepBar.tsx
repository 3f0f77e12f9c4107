import { Link, useLocation } from 'react-router';
import { useWords } from '../words/context';

export interface Step {
  readonly id: string;
  readonly title: string;
  /** How many fields are still missing or wrong. */
  readonly left: number;
  /** The person was there, so what is left may be said. */
  readonly visited: boolean;
}

/** The steps of a form, each a link: nobody is locked into an order. */
export function StepBar({ steps, current }: { readonly steps: readonly Step[]; readonly current: string }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  return (
    <nav aria-label={t.nav.steps} className="steps">
      <ol>
        {steps.map((step, index) => {
          const said = !step.visited ? '' : step.left === 0 ? t.application.sectionDone : t.application.sectionLeft(step.left);
          return (
            <li key={step.id} data-state={step.id === current ? 'now' : !step.visited ? 'next' : step.left === 0 ? 'done' : 'left'}>
              <Link to={`${pathname}?krok=${step.id}`} aria-current={step.id === current ? 'step' : undefined}>
                <span className="step-number" aria-hidden="true">
                  {index + 1}
                </span>
                <span className="step-name">
                  {step.title}
                  {said && <small>{said}</small>}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
