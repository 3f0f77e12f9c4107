import { useEffect, useState } from 'react';
import { typedCode } from '../../../processes/receiptCode';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { typedHash } from '../application/hash';
import { useTenant } from '../tenant/context';
import { ActForm } from '../ui/ActForm';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { useWords } from '../words/context';
import { DropFiles } from './DropFiles';
import { canHash, useHashes, type HashedFile } from './useHashes';
import { Verdicts, type Check, type Verdict } from './Verdicts';

/** Public: whoever holds a receipt finds out whether files are those that were submitted. The files stay in the browser; only their hashes are asked about. */
export function ReceiptCheckPage() {
  const { t } = useWords();
  const { slug } = useTenant();
  const words = t.receiptCheck;
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [hash, setHash] = useState('');
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>([]);
  const hashes = useHashes();
  const act = useAct();
  const hashing = canHash();
  /** What was found holds for what was asked; another number is another question. */
  const anew =
    (set: (value: string) => void) =>
    (value: string): void => {
      set(value);
      setVerdicts([]);
    };

  // A file dropped beside its place would be opened by the browser instead of the page.
  useEffect(() => {
    const stay = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', stay);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
    };
  }, []);

  const ask = async ({ name, sha256 }: HashedFile, known: string | null): Promise<Verdict> => {
    const query = new URLSearchParams({ number: number.trim(), sha256, ...(known !== null && { code: known }) });
    return { of: name, ...(await request<Check>('GET', `/api/public/${slug ?? ''}/receipt-check?${query.toString()}`)) };
  };

  const submit = (): void => {
    setVerdicts([]);
    const known = typedCode(code);
    const typed = typedHash(hash);
    const written = hash.trim() !== '';
    const asked: HashedFile[] = [...hashes.files, ...(typed === null ? [] : [{ name: words.typedHash, sha256: typed }])];
    const errors = {
      ...(number.trim() === '' && { number: t.fault.required }),
      ...(code.trim() !== '' && known === null && { code: words.codeWrong }),
      ...(written && typed === null && { sha256: words.hashWrong }),
      ...(!written && asked.length === 0 && { [hashing ? 'files' : 'sha256']: words.nothing }),
    };
    if (Object.keys(errors).length > 0) {
      act.refuse(errors);
      return;
    }
    act.run(async () => {
      const found: Verdict[] = [];
      for (const one of asked) found.push(await ask(one, known));
      setVerdicts(found);
    });
  };

  const hashField = (
    <TextField id="sha256" label={words.hash} value={hash} onChange={setHash} help={words.hashHelp} error={act.errors.sha256} />
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <ActForm act={act} labels={{ number: words.number, code: words.code, files: words.files, sha256: words.hash }} onSubmit={submit}>
        <TextField
          id="number"
          label={words.number}
          value={number}
          onChange={anew(setNumber)}
          required
          help={words.numberHelp}
          error={act.errors.number}
        />
        <TextField id="code" label={words.code} value={code} onChange={anew(setCode)} help={words.codeHelp} error={act.errors.code} />
        <Notice>{hashing ? words.local : words.noHashing}</Notice>
        {hashing ? (
          <>
            <DropFiles id="files" hashes={hashes} error={act.errors.files} />
            <details open={act.errors.sha256 !== undefined || undefined}>
              <summary>{words.typed}</summary>
              {hashField}
            </details>
          </>
        ) : (
          hashField
        )}
        <p className="buttons">
          <Button submits busy={act.busy || hashes.reading !== null}>
            {words.check}
          </Button>
        </p>
      </ActForm>
      <div role="status">
        <Verdicts verdicts={verdicts} />
      </div>
      <section aria-labelledby="limits">
        <h2 id="limits">{words.limits}</h2>
        <ul>
          {words.limitsList.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
