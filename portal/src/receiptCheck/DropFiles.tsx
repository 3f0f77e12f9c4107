import { useRef, useState, type DragEvent } from 'react';
import { Button } from '../ui/Button';
import { describedBy, Under } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { useWords } from '../words/context';
import type { Flaw, Hashes } from './useHashes';

interface DropFilesProps {
  readonly id: string;
  readonly hashes: Hashes;
  readonly error: string | undefined;
}

/** Files to verify: dropped here, or chosen by a button that the keyboard reaches. They stay in the browser. */
export function DropFiles({ id, hashes, error }: DropFilesProps) {
  const { t } = useWords();
  const words = t.receiptCheck;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { files, flaws, reading, add, remove } = hashes;
  const flawText = (flaw: Flaw): string => (flaw.kind === 'tooMany' ? words.tooMany : words[flaw.kind](flaw.name));
  const last = files.at(-1);

  const drag = (event: DragEvent, entered: boolean): void => {
    event.preventDefault();
    setOver(entered);
  };
  const drop = (event: DragEvent): void => {
    drag(event, false);
    void add([...event.dataTransfer.files]);
  };
  const takeAway = (sha256: string): void => {
    remove(sha256);
    input.current?.focus();
  };

  return (
    <div
      className={over ? 'drop over' : 'drop'}
      role="group"
      aria-labelledby={`${id}-label`}
      onDragEnter={(event) => drag(event, true)}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={drop}
    >
      <p id={`${id}-label`}>
        <strong>{words.files}</strong>
      </p>
      <p id={`${id}-help`}>{words.drop}</p>
      {files.length > 0 && (
        <ul className="rows chosen">
          {files.map(({ name, sha256 }) => (
            <li key={sha256}>
              <span>{name}</span>
              <Button kind="quiet" label={words.remove(name)} onClick={() => takeAway(sha256)}>
                {words.remove('')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <label className="file-button" htmlFor={id}>
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(id, true, error)}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            void add(chosen);
          }}
        />
        <span>{words.choose}</span>
      </label>
      <Under id={id} error={error} />
      <div role="status">
        {reading !== null ? <p>{words.reading(reading)}</p> : last && flaws.length === 0 && <p>{words.ready(last.name)}</p>}
        {flaws.map((flaw) => (
          <p key={flawText(flaw)} className="file-said bad">
            <Icon name="exclamation-triangle-fill" />
            <span>{flawText(flaw)}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
