import type { DocumentView, EventView, LetterView } from '../../../processes/views';
import { useLoad, type Loaded } from '../api/useLoad';
import { FileName } from '../files/FileName';
import { Loading } from '../ui/Loading';
import { Trouble } from '../ui/Problem';
import { Prose } from '../ui/Prose';
import { useWords } from '../words/context';
import { formatMoment } from '../words/dates';

function Waiting<T>({ loaded }: { readonly loaded: Loaded<T> }) {
  if (loaded.problem) return <Trouble problem={loaded.problem} retry={loaded.reload} />;
  return <Loading />;
}

/** What the office wrote, newest first; the newest is open. */
export function Messages({ caseId }: { readonly caseId: string }) {
  const { t, language } = useWords();
  const loaded = useLoad<readonly LetterView[]>(`/api/cases/${caseId}/letters`);
  const letters = [...(loaded.data ?? [])].filter((letter) => letter.body !== null).sort((a, b) => (a.queuedAt < b.queuedAt ? 1 : -1));
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t.cases.messages}</h2>
      {!loaded.data && <Waiting loaded={loaded} />}
      {loaded.data && letters.length === 0 && <p>{t.cases.noMessages}</p>}
      {letters.map((letter, index) => (
        <details key={letter.id} open={index === 0}>
          <summary>
            {letter.subject}, {formatMoment(letter.sentAt ?? letter.queuedAt, language)}
          </summary>
          <Prose text={letter.body ?? ''} />
        </details>
      ))}
    </section>
  );
}

export function Documents({ caseId }: { readonly caseId: string }) {
  const { t, language } = useWords();
  const loaded = useLoad<readonly DocumentView[]>(`/api/cases/${caseId}/documents`);
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{t.cases.documents}</h2>
      {!loaded.data && <Waiting loaded={loaded} />}
      {loaded.data?.length === 0 && <p>{t.cases.noDocuments}</p>}
      <ul className="rows">
        {(loaded.data ?? []).map((document) => (
          <li key={document.id}>
            <span>
              <FileName document={document} />
              <small>{formatMoment(document.createdAt, language)}</small>
            </span>
            {document.state === 'ready' && (
              <a
                className="no-print"
                href={`/api/documents/${document.id}/content?download=1`}
                aria-label={`${t.cases.download}: ${document.title}`}
              >
                {t.cases.download}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everything that happened, in the office's own sentences; folded, because the path above says the same shortly. */
export function History({ events }: { readonly events: Loaded<readonly EventView[]> }) {
  const { t, language, pick } = useWords();
  const rows = [...(events.data ?? [])].sort((a, b) => b.seq - a.seq);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.cases.history}</h2>
      {!events.data && <Waiting loaded={events} />}
      {rows.length > 0 && (
        <details>
          <summary>{t.cases.showHistory}</summary>
          <ol className="history">
            {rows.map((event) => (
              <li key={event.seq}>
                <time dateTime={event.at}>{formatMoment(event.at, language)}</time>
                <span>{pick(event.sentence)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
