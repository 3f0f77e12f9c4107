import { GovFormInput } from '@gov-design-system-ce/react';
import { useRef, useState } from 'react';
import type { IdentityDocumentView } from '../../../processes/identities/views';
import { request, upload } from '../api/client';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { ACCEPTED, fileFlaw, shownSize } from '../files/kinds';
import { ActForm } from '../ui/ActForm';
import { Button } from '../ui/Button';
import { Control, TextField, describedBy } from '../ui/Field';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { formatDay } from '../words/dates';

function Keep({ path, onKept }: { readonly path: string; readonly onKept: () => void }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState('');
  const [until, setUntil] = useState('');
  const act = useAct();
  const submit = (): void => {
    const file = input.current?.files?.[0];
    if (!file) {
      act.refuse({ file: t.fault.required });
      return;
    }
    const flaw = fileFlaw(file.name, file.size);
    if (flaw !== null) {
      act.refuse({ file: t.files[flaw](file.name) });
      return;
    }
    act.run(async () => {
      const form = new FormData();
      if (title.trim() !== '') form.append('title', title);
      if (until !== '') form.append('validUntil', until);
      form.append('file', file);
      await upload(path, form, () => undefined);
      setTitle('');
      setUntil('');
      if (input.current) input.current.value = '';
      onKept();
    });
  };
  const labels = { file: t.files.choose, title: t.applicants.paperTitle, validUntil: t.applicants.paperUntil };
  return (
    <ActForm act={act} labels={labels} onSubmit={submit}>
      <Control id="file" label={t.files.choose} required help={t.files.limits} error={act.errors.file}>
        <input ref={input} id="file" type="file" accept={ACCEPTED} aria-describedby="file-help" />
      </Control>
      <TextField
        id="title"
        label={`${t.applicants.paperTitle} (${t.common.optional})`}
        value={title}
        onChange={setTitle}
        error={act.errors.title}
      />
      <Control id="validUntil" label={`${t.applicants.paperUntil} (${t.common.optional})`} error={act.errors.validUntil}>
        <GovFormInput
          identifier="validUntil"
          name="validUntil"
          size="m"
          type="date"
          value={until}
          invalid={Boolean(act.errors.validUntil)}
          aria-describedby={describedBy('validUntil', null, act.errors.validUntil)}
          onChange={(event) => setUntil(event.target.value)}
        />
      </Control>
      <p className="buttons">
        <Button submits kind="other" busy={act.busy}>
          {t.applicants.paperAdd}
        </Button>
      </p>
    </ActForm>
  );
}

/** How long a paper holds, in words; nothing where it does not say. */
export function Validity({ paper }: { readonly paper: IdentityDocumentView }) {
  const { t, language } = useWords();
  if (paper.validUntil === null) return null;
  const day = formatDay(paper.validUntil, language);
  return paper.expired ? <strong>{t.applicants.expired(day)}</strong> : <>{t.applicants.validUntil(day)}</>;
}

/** Papers kept for later applications. */
export function Papers({ identityId, editable }: { readonly identityId: string; readonly editable: boolean }) {
  const { t, language } = useWords();
  const path = `/api/identities/${identityId}/papers`;
  const { data, problem, reload } = useLoad<readonly IdentityDocumentView[]>(path);
  const act = useAct();
  const remove = (id: string): void =>
    act.run(async () => {
      await request('DELETE', `${path}/${id}`);
      reload();
    });
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t.applicants.papers}</h2>
      <p>{t.applicants.papersText}</p>
      {problem && !data && <Trouble problem={problem} retry={reload} />}
      {act.problem && <Trouble problem={act.problem} />}
      {data?.length === 0 && <p>{t.applicants.noPapers}</p>}
      <ul className="rows">
        {(data ?? []).map((paper) => (
          <li key={paper.id}>
            <span>
              <a href={`${path}/${paper.id}/content`} target="_blank" rel="noreferrer">
                {paper.title}
              </a>
              <small>
                {shownSize(paper.size, language === 'cs' ? ',' : '.')} <Validity paper={paper} />
              </small>
            </span>
            {editable && (
              <Button kind="quiet" busy={act.busy} label={t.applicants.removePaper(paper.title)} onClick={() => remove(paper.id)}>
                {t.applicants.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {editable && <Keep path={path} onKept={reload} />}
    </section>
  );
}
