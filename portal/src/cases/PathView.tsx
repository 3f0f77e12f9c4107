import { useWords } from '../words/context';
import { formatDay } from '../words/dates';
import type { PathPoint } from './path';

/** The way of a case as a list from top to bottom; the state of each point is said, not only coloured. */
export function PathView({ points }: { readonly points: readonly PathPoint[] }) {
  const { t, language, pick } = useWords();
  return (
    <ol className="path" aria-label={t.cases.pathLabel}>
      {points.map((point) => (
        <li
          key={`${point.id}-${point.state}`}
          className="path-point"
          data-state={point.state}
          aria-current={point.state === 'now' ? 'step' : undefined}
        >
          <span className="path-mark" aria-hidden="true" />
          <span>
            {pick(point.title)}
            <small className={point.state === 'next' ? 'hidden' : undefined}>
              {t.cases[point.state]}
              {point.at !== null && point.state === 'done' && ` ${formatDay(point.at, language)}`}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}
