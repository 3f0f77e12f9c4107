import { Button } from '../ui/Button';
import { useWords } from '../words/context';

export const CONFLICT_ID = 'dve-verze';

/** Two devices, two versions: a person decides, and is told what it costs. */
export function ConflictBox({ onMine, onTheirs }: { readonly onMine: () => void; readonly onTheirs: () => void }) {
  const { t } = useWords();
  return (
    <div id={CONFLICT_ID} className="summary" role="alert" tabIndex={-1}>
      <h2 className="summary-title">{t.saving.conflictTitle}</h2>
      <p>{t.saving.conflictText}</p>
      <p className="buttons">
        <Button onClick={onMine}>{t.saving.conflictMine}</Button>
        <Button kind="other" onClick={onTheirs}>
          {t.saving.conflictTheirs}
        </Button>
      </p>
    </div>
  );
}
