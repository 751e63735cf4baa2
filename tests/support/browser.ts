import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; null where there is none. */
export const browserPath = PLACES.find((place) => existsSync(place)) ?? null;

if (browserPath === null)
  process.stderr.write('No Chromium on this machine: the tests in a browser are SKIPPED (apt-get install chromium).\n');

/** Flags for a browser that may start anywhere and talks to nobody. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: FLAGS });
}

/** A page with what went wrong in it: errors of scripts, what the policy forbade, what could not be loaded. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 960, height = 700, dark = false } = {},
): Promise<{ page: Page; problems: string[]; loadedBytes: () => Promise<number> }> {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(600_000);
  const problems: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('requestfinished', (request) => {
    const size = request
      .sizes()
      .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize);
    sizes.push(size.catch(() => 0));
  });
  await page.goto(url);
  return { page, problems, loadedBytes: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) };
}

/** Writes what a page looks like to the folder that PREVIEW_SCREENSHOTS names, where it names one. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.PREVIEW_SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
