import type { ApiProblem } from '../api/problem';
import { useWords } from '../words/context';
import type { Texts } from '../words/cs';
import { Button } from './Button';
import { Notice } from './Notice';
import { Page } from './Page';

/** What a problem says to a person: the server's own sentence, or ours when no answer came. */
export function problemText(problem: ApiProblem, t: Texts): string {
  if (problem.slug === 'offline') return t.problem.offline;
  return problem.problem.detail || problem.problem.title || t.problem.broken;
}

/** What is wrong by fields, for a page that has no such fields to put it at. */
const fieldTexts = (problem: ApiProblem): string => [...new Set(Object.values(problem.errors))].join(' ');

/** A problem in the page, with a way on where trying again makes sense. */
export function Trouble({ problem, retry }: { readonly problem: ApiProblem; readonly retry?: () => void }) {
  const { t } = useWords();
  return (
    <div className="stack">
      <Notice tone="error">{problemText(problem, t)}</Notice>
      {retry && problem.passing && (
        <Button kind="other" onClick={retry}>
          {t.common.retry}
        </Button>
      )}
    </div>
  );
}

export function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t.problem.notFoundTitle}>
      <p>{t.problem.notFound}</p>
    </Page>
  );
}

/** A page whose contents could not be read. */
export function PageTrouble({ problem, retry }: { readonly problem: ApiProblem; readonly retry: () => void }) {
  const { t } = useWords();
  if (problem.status === 404) return <NotFound />;
  return (
    <Page title={t.problem.title}>
      {fieldTexts(problem) === '' ? <Trouble problem={problem} retry={retry} /> : <Notice tone="error">{fieldTexts(problem)}</Notice>}
    </Page>
  );
}
