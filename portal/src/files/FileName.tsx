import type { DocumentView } from '../../../processes/views';
import { useWords } from '../words/context';
import { shownSize } from './kinds';

/** A document as a link to its contents, with its size. */
export function FileName({ document }: { readonly document: DocumentView | null }) {
  const { t, language } = useWords();
  if (!document) return <span>{t.files.unknown}</span>;
  if (document.state === 'queued') {
    return (
      <span>
        {document.title} <small>{t.cases.preparing}</small>
      </span>
    );
  }
  return (
    <span>
      <a href={`/api/documents/${document.id}/content`} target="_blank" rel="noreferrer">
        {document.title || document.fileName}
      </a>{' '}
      <small>{shownSize(document.size, language === 'cs' ? ',' : '.')}</small>
    </span>
  );
}
