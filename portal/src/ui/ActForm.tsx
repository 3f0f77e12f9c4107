import type { ReactNode, SubmitEvent } from 'react';
import type { Act } from '../api/useAct';
import { ErrorSummary } from './ErrorSummary';
import { Trouble } from './Problem';

interface ActFormProps {
  readonly act: Act;
  /** Labels of the fields by their name in the server's errors; their ids are the same names. */
  readonly labels: Readonly<Record<string, string>>;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A small form of the portal's own: errors in a summary that leads to the fields, whatever else went wrong above it. */
export function ActForm({ act, labels, onSubmit, children }: ActFormProps) {
  const lines = Object.entries(act.errors).map(([field, text]) => ({ id: field, label: labels[field] ?? field, text }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="stack narrow" noValidate onSubmit={submit}>
      <ErrorSummary lines={lines} round={act.round} />
      {act.problem && lines.length === 0 && <Trouble problem={act.problem} />}
      {children}
    </form>
  );
}
