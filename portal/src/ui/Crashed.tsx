import { useWords } from '../words/context';
import { Button } from './Button';

/** A fault of ours: the page says so, and that nothing typed was lost. */
export function Crashed() {
  const { t } = useWords();
  return (
    <main className="width" id="obsah">
      <h1>{t.problem.title}</h1>
      <p>{t.problem.crashed}</p>
      <Button onClick={() => window.location.reload()}>{t.problem.reload}</Button>
    </main>
  );
}
