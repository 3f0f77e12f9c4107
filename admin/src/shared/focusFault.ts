/** Refusals come to their fields a moment after the answer. */
const SETTLED_MS = 50;

/** Leads the focus to the first field that was refused: the button that was pressed could not keep it while it was off. @param within the page, where nothing is said */
export function focusFault(within: ParentNode = document): void {
  setTimeout(() => within.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), SETTLED_MS);
}
