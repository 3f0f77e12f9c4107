import { useCallback, useEffect, useRef } from 'react';

/** Ids of the elements that take the focus. */
export const focusIds = {
  line: (id: string): string => `designer.line.${id}`,
  tool: (id: string, tool: string): string => `designer.${tool}.${id}`,
  title: (id: string): string => `designer.title.${id}`,
  part: (id: string, part: string): string => `designer.part.${id}.${part}`,
  add: 'designer.add',
  editor: 'designer.editor',
  /** The first field of the editor that has a fault. */
  fault: 'designer.fault',
} as const;

const found = (id: string): HTMLElement | null =>
  id === focusIds.fault
    ? document.querySelector<HTMLElement>(`#${CSS.escape(focusIds.editor)} [aria-invalid=true]`)
    : document.getElementById(id);

function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: element.id === focusIds.editor });
  // The editor is tall: what matters is where it begins.
  element.scrollIntoView({ block: element.id === focusIds.editor ? 'start' : 'nearest' });
}

/**
 * Moves the focus once the next drawing is done: what was focused may have moved or gone.
 * @returns takes ids in the order of preference; the first that is there and can be focused gets it
 */
export function useFocusNext(): (...ids: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    const ids = wanted.current;
    wanted.current = [];
    const element = ids.map(found).find((one) => one && !one.matches(':disabled'));
    if (element) focusOn(element);
  });
  return useCallback((...ids) => {
    wanted.current = ids;
  }, []);
}
