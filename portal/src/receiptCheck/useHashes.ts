import { useCallback, useRef, useState } from 'react';
import { fileHash } from '../application/hash';

/** More than may be submitted with an application, so that a browser is not asked to hold a film. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_FILES = 20;

export interface HashedFile {
  readonly name: string;
  readonly sha256: string;
}

/** What became of a file that was not taken, or of all of them. */
export type Flaw = { readonly kind: 'unreadable' | 'tooBig'; readonly name: string } | { readonly kind: 'tooMany' };

export interface Hashes {
  readonly files: readonly HashedFile[];
  readonly flaws: readonly Flaw[];
  /** Name of the file that is being read. */
  readonly reading: string | null;
  readonly add: (files: readonly File[]) => Promise<void>;
  readonly remove: (sha256: string) => void;
}

/** Can the browser work a hash out? Only on a page that came over https, or from the machine itself. */
export const canHash = (): boolean => typeof crypto !== 'undefined' && 'subtle' in crypto;

/** Hashes of files that a person chose, worked out one after another in the browser. The same file twice is one. */
export function useHashes(): Hashes {
  const [files, setFiles] = useState<readonly HashedFile[]>([]);
  const [flaws, setFlaws] = useState<readonly Flaw[]>([]);
  const [reading, setReading] = useState<string | null>(null);

  // Reading takes a while and more may come meanwhile: what is added goes to what is there then.
  const latest = useRef<readonly HashedFile[]>([]);

  const put = useCallback((next: readonly HashedFile[]) => {
    latest.current = next;
    setFiles(next);
  }, []);
  const add = useCallback(
    async (chosen: readonly File[]) => {
      const found: Flaw[] = [];
      setFlaws([]);
      for (const file of chosen) {
        const { name, size } = file;
        if (size > MOST_BYTES) {
          found.push({ kind: 'tooBig', name });
          continue;
        }
        if (latest.current.length >= MOST_FILES) {
          found.push({ kind: 'tooMany' });
          break;
        }
        setReading(name);
        try {
          const sha256 = await fileHash(file);
          if (!latest.current.some((one) => one.sha256 === sha256)) put([...latest.current, { name, sha256 }]);
        } catch {
          // A folder that was dropped, or a file that is no longer there.
          found.push({ kind: 'unreadable', name });
        }
      }
      setReading(null);
      setFlaws(found);
    },
    [put],
  );
  const remove = useCallback((sha256: string) => put(latest.current.filter((one) => one.sha256 !== sha256)), [put]);
  return { files, flaws, reading, add, remove };
}
