import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import type { DocumentView } from '../../../processes/views';
import { upload } from '../api/client';
import { asProblem } from '../api/problem';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { problemText } from '../ui/Problem';
import type { FilesOf } from '../forms/facts';
import { useWords } from '../words/context';
import { FileName } from './FileName';
import { ACCEPTED, fileFlaw } from './kinds';
import { rememberDocument, useDocuments } from './useDocuments';

interface FilesProps {
  readonly id: string;
  readonly ids: readonly string[];
  readonly most: number;
  readonly filesOf: FilesOf;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}

/** What became of a file. */
interface Said {
  readonly text: string;
  readonly bad: boolean;
}

/** Files that were uploaded, and the way to add and remove them. Each is sent as soon as it is chosen, one after another. */
export function Files({ id, ids, most, filesOf, invalid, describedBy, onChange }: FilesProps) {
  const { t } = useWords();
  const documents = useDocuments(ids);
  const input = useRef<HTMLInputElement>(null);
  // An upload ends long after it began: it adds to what is there then.
  const latest = useRef({ ids, onChange });
  const [now, setNow] = useState<string | null>(null);
  const [said, say] = useState<readonly Said[]>([]);

  useEffect(() => {
    latest.current = { ids, onChange };
  }, [ids, onChange]);

  const put = (next: readonly string[]): void => {
    latest.current.ids = next;
    latest.current.onChange(next);
  };
  const tell = (text: string, bad: boolean): void => say((before) => [...before, { text, bad }]);

  const send = async (file: File): Promise<void> => {
    const flaw = fileFlaw(file.name, file.size);
    if (flaw !== null) {
      tell(t.files[flaw](file.name), true);
      return;
    }
    if (latest.current.ids.length >= most) {
      tell(t.files.tooMany(most), true);
      return;
    }
    const form = new FormData();
    for (const [name, value] of Object.entries(filesOf)) form.append(name, value);
    form.append('file', file);
    setNow(t.files.uploading(file.name, 0));
    try {
      const document = await upload<DocumentView>('/api/documents', form, (part) =>
        setNow(t.files.uploading(file.name, Math.round(part * 100))),
      );
      rememberDocument(document);
      put([...latest.current.ids, document.id]);
      tell(t.files.uploaded(file.name), false);
    } catch (error) {
      tell(t.files.failed(file.name, problemText(asProblem(error), t)), true);
    }
  };

  const chosen = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    say([]);
    for (const file of files) await send(file);
    setNow(null);
  };

  const remove = (gone: string): void => {
    put(latest.current.ids.filter((one) => one !== gone));
    say([{ text: t.files.removed(documents.get(gone)?.fileName ?? t.files.unknown), bad: false }]);
    input.current?.focus();
  };

  return (
    <div className="files">
      {ids.length > 0 && (
        <ul className="rows">
          {ids.map((one) => {
            const document = documents.get(one);
            return (
              <li key={one}>
                <FileName document={document ?? null} />
                <Button kind="quiet" label={t.files.remove(document?.fileName ?? t.files.unknown)} onClick={() => remove(one)}>
                  {t.files.remove('')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {ids.length < most && (
        <label className="file-button" htmlFor={id}>
          <input
            ref={input}
            id={id}
            type="file"
            multiple={most > 1}
            accept={ACCEPTED}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onChange={(event) => void chosen(event)}
          />
          <span>{ids.length === 0 ? t.files.choose : t.files.chooseMore}</span>
        </label>
      )}
      <div role="status">
        {now !== null && <p>{now}</p>}
        {said.map(({ text, bad }) => (
          <p key={text} className={bad ? 'file-said bad' : 'file-said'}>
            <Icon name={bad ? 'exclamation-triangle-fill' : 'check-circle-fill'} />
            <span>{text}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
