import { useEffect, useRef, type MouseEvent } from 'react';
import { useWords } from '../words/context';

export interface SummaryLine {
  /** DOM id of the field. */
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Brings the field into the page first, where it stands in another step. */
  readonly bring?: () => void;
}

/** Puts the focus into a field, also when it is a group whose first control is meant. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  const control = field?.matches('input, select, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('input, select, textarea, button');
  const target = control ?? field;
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

/** What is wrong in a form, above it: each line leads to its field. `round` grows with every attempt, which brings the focus here. */
export function ErrorSummary({
  lines,
  round,
  title,
}: {
  readonly lines: readonly SummaryLine[];
  readonly round: number;
  readonly title?: string;
}) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (round > 0) box.current?.focus();
  }, [round]);

  if (lines.length === 0) return null;
  const follow = (event: MouseEvent, line: SummaryLine): void => {
    event.preventDefault();
    line.bring?.();
    // A field of another step is in the page only after the next drawing.
    requestAnimationFrame(() => requestAnimationFrame(() => focusField(line.id)));
  };
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1} aria-labelledby="error-summary">
      <h2 id="error-summary" className="summary-title">
        {title ?? t.problem.summary(lines.length)}
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <a href={`#${line.id}`} onClick={(event) => follow(event, line)}>
              {line.label}
            </a>
            : {line.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
