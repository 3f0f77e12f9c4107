import { useState } from 'react';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { useTenant } from '../tenant/context';
import { ActForm } from '../ui/ActForm';
import { Button } from '../ui/Button';
import { Control, TextField } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { useWords } from '../words/context';
import { formatMoment } from '../words/dates';
import { fileHash, typedHash } from './hash';

interface Check {
  readonly fits: string | null;
  readonly submittedAt: string | null;
}

/** Public: whoever holds a receipt finds out whether the data are those that were submitted. */
export function ReceiptCheckPage() {
  const { t, language } = useWords();
  const { slug } = useTenant();
  const [number, setNumber] = useState('');
  const [hash, setHash] = useState('');
  const [check, setCheck] = useState<Check | null>(null);
  const act = useAct();
  const submit = (): void => {
    setCheck(null);
    const sha256 = typedHash(hash);
    const errors = {
      ...(number.trim() === '' ? { number: t.fault.required } : {}),
      ...(sha256 === null ? { sha256: t.receipt.hashWrong } : {}),
    };
    if (Object.keys(errors).length > 0 || sha256 === null) {
      act.refuse(errors);
      return;
    }
    act.run(async () => {
      const query = new URLSearchParams({ number: number.trim(), sha256 });
      setCheck(await request<Check>('GET', `/api/public/${slug ?? ''}/receipt-check?${query.toString()}`));
    });
  };
  return (
    <Page title={t.receipt.checkTitle} lead={t.receipt.checkLead}>
      <ActForm act={act} labels={{ number: t.receipt.number, sha256: t.receipt.hash }} onSubmit={submit}>
        <TextField id="number" label={t.receipt.number} value={number} onChange={setNumber} required error={act.errors.number} />
        <TextField
          id="sha256"
          label={t.receipt.hash}
          value={hash}
          onChange={setHash}
          required
          help={t.receipt.hashHelp}
          error={act.errors.sha256}
        />
        <Control id="file" label={t.receipt.file}>
          <input
            id="file"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void fileHash(file).then(setHash);
            }}
          />
        </Control>
        <p className="buttons">
          <Button submits busy={act.busy}>
            {t.receipt.check}
          </Button>
        </p>
        <div role="status">
          {check?.submittedAt != null && <Notice tone="success">{t.receipt.fits(formatMoment(check.submittedAt, language))}</Notice>}
          {check !== null && check.fits === null && <Notice tone="warning">{t.receipt.fitsNot}</Notice>}
        </div>
      </ActForm>
    </Page>
  );
}
