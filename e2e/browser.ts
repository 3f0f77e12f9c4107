/** A real browser for the tests of both faces: Debian's Chromium, or the one named by CHROMIUM. */
import AxeBuilder from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { ROOT } from '../workers/start/program';

export const WIDE = { width: 1280, height: 900 };
/** The narrowest width at which everything must still work (WCAG 2.1, 1.4.10). */
export const NARROW = { width: 320, height: 640 };

const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** A person at a browser of their own: separate cookies, Czech, Prague; errors of the page are gathered in `troubles`. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly troubles: string[];
}

export async function visitor(browser: Browser, viewport = WIDE): Promise<Visitor> {
  const context = await browser.newContext({ viewport, locale: 'cs-CZ', timezoneId: 'Europe/Prague', acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  return { context, page, troubles };
}

/** What axe finds against WCAG 2.1 A and AA, one line a rule; empty when the page is fine. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_AA).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${page.url()} ${id}: ${help} (${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(', ')})`,
  );
}

/** Looks at the page at both widths: axe, and that nothing has to be scrolled sideways. Leaves it wide. */
export async function faultsAtBothWidths(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size);
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${size.width} px: ${fault}`));
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (overflow > 1) faults.push(`${size.width} px: ${page.url()} is ${overflow} px too wide`);
  }
  return faults;
}

/** Saves a picture for the README and the documentation, only when PICTURES is set. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES === undefined) return;
  const folder = path.join(ROOT, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
