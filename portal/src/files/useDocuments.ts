import { useEffect, useState } from 'react';
import type { DocumentView } from '../../../processes/views';
import { request } from '../api/client';

/** Names of documents, read once; an upload puts its own in at once. */
const known = new Map<string, DocumentView>();

export function rememberDocument(document: DocumentView): void {
  known.set(document.id, document);
}

/** The documents of these ids as far as they are known; the others are being read. */
export function useDocuments(ids: readonly string[]): ReadonlyMap<string, DocumentView> {
  const [, draw] = useState(0);
  const missing = ids.filter((id) => !known.has(id)).join(' ');
  useEffect(() => {
    if (missing === '') return undefined;
    let left = false;
    const read = missing
      .split(' ')
      .map((id) => request<DocumentView>('GET', `/api/documents/${encodeURIComponent(id)}`).then(rememberDocument, () => undefined));
    void Promise.all(read).then(() => {
      if (!left) draw((before) => before + 1);
    });
    return () => {
      left = true;
    };
  }, [missing]);
  return known;
}
