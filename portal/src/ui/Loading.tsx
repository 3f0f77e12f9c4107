import { useWords } from '../words/context';

/** Shown while something is read; it waits a moment before it appears, so a quick answer does not flicker. */
export function Loading({ what }: { readonly what?: string }) {
  const { t } = useWords();
  return (
    <p className="loading" role="status">
      {what ?? t.common.loading}
    </p>
  );
}
