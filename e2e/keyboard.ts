/** Working by the keyboard alone. */
import type { Locator, Page } from 'playwright-core';

/** More than the most crowded page has stops. */
const MOST_STOPS = 120;

export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
}

/** Presses Tab until the focus is where it is wanted. @throws when the keyboard cannot get there */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  const there = wanted.and(page.locator(':focus'));
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if ((await there.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not get to ${wanted.toString()} on ${page.url()}`);
}
