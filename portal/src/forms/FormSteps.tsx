import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigate, useLocation, useSearchParams } from 'react-router';
import type { Form } from '../../../processes/define';
import { formIn } from '../../../processes/formLanguage';
import { schemaAt } from '../../../processes/formSchema';
import type { ApiProblem } from '../api/problem';
import { Button } from '../ui/Button';
import { ErrorSummary, type SummaryLine } from '../ui/ErrorSummary';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { Answers } from './Answers';
import type { FormFacts } from './facts';
import { errorsOf, inOrder, labelOf, stillHolding, type Errors, type ServerErrors } from './faults';
import { fieldId } from './paths';
import { SectionForm } from './SectionForm';
import { sectionOf, sectionsOf, type Section } from './sections';
import { StepBar } from './StepBar';

const REVIEW = 'kontrola';

export interface Sending {
  readonly id: string;
  readonly title: string;
  /** What happens then. */
  readonly next: string | null;
  readonly tone: 'positive' | 'neutral' | 'negative';
}

interface FormStepsProps {
  readonly form: Form;
  readonly data: Record<string, unknown>;
  readonly onChange: (data: Record<string, unknown>) => void;
  readonly filesOf: FormFacts['filesOf'];
  readonly server: ServerErrors;
  /** Title of a section that has none of its own. */
  readonly title: string;
  readonly saveLine: ReactNode;
  /** Stands under the fields of the last section and in the check: sums against the grant, the deadline. */
  readonly note?: ReactNode;
  readonly sendings: readonly Sending[];
  readonly busy: boolean;
  /** Why the last act did not succeed. */
  readonly problem: ApiProblem | null;
  /** Grows with every act that the server refused. */
  readonly attempt: number;
  readonly onReview?: () => void;
  readonly onSend: (id: string) => void;
}

/** Moves the focus to the heading of the step when the step changes, not when the page opens. */
function useStepFocus(step: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return heading;
}

/** Is anything in the section marked as required, always or under a condition? */
function hasStars(form: Form, { at, fields }: Section): boolean {
  const schema = schemaAt(form.schema, at.join('.'));
  const required = Array.isArray(schema.required) ? schema.required : [];
  return 'allOf' in schema || 'if' in schema || fields.some((name) => required.includes(name));
}

/** A form filled in step by step and checked before it is sent. The step stands in the address, so the browser's way back works. */
export function FormSteps(props: FormStepsProps) {
  const { data, server, title, onReview } = props;
  const { t, language } = useWords();
  const form = formIn(language, props.form);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const sections = useMemo(() => sectionsOf(form), [form]);
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  const [round, setRound] = useState(0);
  const asked = query.get('krok');
  const current = asked === REVIEW || sections.some((one) => one.id === asked) ? (asked ?? '') : (sections[0]?.id ?? REVIEW);
  const heading = useStepFocus(current);

  const errors = useMemo<Errors>(
    () => inOrder(form, { ...stillHolding(server, data), ...errorsOf(form, data, t) }),
    [form, data, server, t],
  );
  const idOf = (path: string): string => sectionOf(sections, path)?.id ?? '';
  const errorsIn = (id: string): Errors =>
    Object.fromEntries(Object.entries(errors).filter(([path]) => id === REVIEW || idOf(path) === id));
  const titleOf = (section: Section): string => section.title?.[language] ?? title;
  const go = (id: string): void => void navigate(`${pathname}?krok=${id}`);

  useEffect(() => {
    if (current === REVIEW) onReview?.();
  }, [current, onReview]);

  const steps = [
    ...sections.map((section) => ({
      id: section.id,
      title: titleOf(section),
      left: Object.keys(errorsIn(section.id)).length,
      visited: tried.has(section.id) || tried.has(REVIEW) || current === REVIEW,
    })),
    { id: REVIEW, title: t.application.review, left: 0, visited: false },
  ];
  const index = steps.findIndex((step) => step.id === current);
  const linesFor = (shown: Errors): SummaryLine[] =>
    Object.entries(shown).map(([path, text]) => ({
      id: fieldId(path),
      label: labelOf(form, path, t),
      text,
      ...(idOf(path) === current ? {} : { bring: () => go(idOf(path)) }),
    }));
  const leave = (id: string): void => setTried((before) => new Set([...before, id]));
  const next = (): void => {
    leave(current);
    if (Object.keys(errorsIn(current)).length > 0) setRound((before) => before + 1);
    else go(steps[index + 1]?.id ?? REVIEW);
  };
  const send = (id: string): void => {
    leave(REVIEW);
    if (Object.keys(errors).length > 0) setRound((before) => before + 1);
    else props.onSend(id);
  };
  const section = sections.find((one) => one.id === current);
  const shown = current === REVIEW || tried.has(current) || tried.has(REVIEW) ? errorsIn(current) : {};
  const lines = linesFor(shown);

  return (
    <div className="form-steps">
      <StepBar steps={steps} current={current} />
      {props.saveLine}
      <p className="step-count">{t.application.step(index + 1, steps.length)}</p>
      <h2 ref={heading} tabIndex={-1} className="step-title">
        {current === REVIEW ? t.application.reviewTitle : (steps[index]?.title ?? '')}
      </h2>
      <ErrorSummary lines={lines} round={round + props.attempt} {...(current === REVIEW ? { title: t.application.reviewFlaws } : {})} />
      {section && (
        <>
          {t.form.czechOnly && <p>{t.form.czechOnly}</p>}
          {hasStars(form, section) && <p className="small">{t.form.requiredNote}</p>}
          <div lang={language}>
            <SectionForm
              key={section.id}
              form={form}
              section={section}
              data={data}
              errors={shown}
              filesOf={props.filesOf}
              onChange={props.onChange}
            />
          </div>
          {props.note}
          <p className="buttons">
            <Button onClick={next}>{index === steps.length - 2 ? t.application.toReview : t.application.next}</Button>
            {lines.length > 0 && (
              <Button kind="other" onClick={() => go(steps[index + 1]?.id ?? REVIEW)}>
                {t.application.later}
              </Button>
            )}
            {index > 0 && (
              <Button kind="quiet" onClick={() => go(steps[index - 1]?.id ?? '')}>
                {t.application.previous}
              </Button>
            )}
          </p>
        </>
      )}
      {current === REVIEW && (
        <>
          {lines.length === 0 && <p className="lead">{t.application.reviewOk}</p>}
          {sections.map((one) => (
            <section key={one.id} className="review-section">
              <h3>{titleOf(one)}</h3>
              <Answers form={form} section={one} data={data} />
              <Button kind="quiet" label={t.application.edit(titleOf(one))} onClick={() => go(one.id)}>
                {t.application.editShort}
              </Button>
            </section>
          ))}
          {props.note}
          {props.problem && lines.length === 0 && <Trouble problem={props.problem} />}
          <div className="buttons">
            {props.sendings.map((sending) => (
              <div key={sending.id}>
                <Button kind={sending.tone === 'negative' ? 'danger' : 'main'} busy={props.busy} onClick={() => send(sending.id)}>
                  {props.busy ? t.application.submitting : sending.title}
                </Button>
                {sending.next !== null && <p className="small">{sending.next}</p>}
              </div>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
