import { useContext } from 'react';
import type { IdentityDocumentView } from '../../../processes/identities/views';
import type { DocumentView } from '../../../processes/views';
import { Validity } from '../applicants/Papers';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { Button } from '../ui/Button';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { PapersContext } from './papers';
import { rememberDocument } from './useDocuments';

interface KeptPapersProps {
  /** Documents that the field holds. */
  readonly ids: readonly string[];
  readonly most: number;
  readonly onAdd: (ids: readonly string[]) => void;
}

/** Papers that the applicant keeps, each added to the draft by one click; nothing where there are none. */
export function KeptPapers({ ids, most, onAdd }: KeptPapersProps) {
  const { t } = useWords();
  const of = useContext(PapersContext);
  const { data } = useLoad<readonly IdentityDocumentView[]>(of === null ? null : `/api/identities/${of.identityId}/papers`);
  const act = useAct();
  if (of === null || !data || data.length === 0) return null;
  const add = (paperId: string): void =>
    act.run(async () => {
      const document = await request<DocumentView>('POST', `/api/drafts/${of.draftId}/papers`, { body: { paperId } });
      rememberDocument(document);
      onAdd([...ids, document.id]);
    });
  return (
    <details>
      <summary>{t.applicants.usePapers}</summary>
      {act.problem && <Trouble problem={act.problem} />}
      <ul className="rows">
        {data.map((paper) => (
          <li key={paper.id}>
            <span>
              {paper.title}{' '}
              <small>
                <Validity paper={paper} />
              </small>
            </span>
            {!paper.expired && ids.length < most && (
              <Button kind="quiet" busy={act.busy} label={t.applicants.usePaper(paper.title)} onClick={() => add(paper.id)}>
                {t.applicants.usePaper('').replace(/:\s*$/, '')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
