import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { IndexSource } from '../../src/answers/types.ts';
import type { Preview } from '../../src/preview/preview.ts';
import { browserPath, openBrowser, openPage } from '../support/browser.ts';
import { scriptedLibrary, scriptedSource } from '../support/scripted-library.ts';
import { openPreview } from './stage.ts';

const HACK = `<img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>`;
const LETTER = `Den Haag, 4 november 2021

Geachte voorzitter,

Over ${HACK} schrijft de minister hierbij uitvoerig: zeehondencrèches ${HACK} [klik](javascript:document.title='hacked') blijven.

De Minister van Defensie,
${HACK}
`;

describe.skipIf(browserPath === null)('The page keeps its head', () => {
  let browser: Browser;
  let preview: Preview | null = null;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    // A page that stays open asks a server that is gone again and again.
    for (const context of browser.contexts()) await context.close();
    await preview?.stop();
    preview = null;
  });
  afterAll(() => browser?.close());

  test('when letters, questions and messages are full of HTML and scripts', async () => {
    preview = await openPreview({ library: () => scriptedLibrary({ 'evil.txt': LETTER }) });
    await preview.bot;
    const { page, problems } = await openPage(browser, preview.url);
    await page.locator('#write').fill(`${HACK} [klik](javascript:alert(1)) ||<b>geheim</b>|| <javascript:alert(1)>`);
    await page.locator('#write').press('Enter');
    await page.locator('.message').waitFor();
    preview.discord.people.slash('ask', { question: `zeehondencrèches ${HACK}` });
    const quote = page.locator('blockquote').first();
    await quote.waitFor();
    expect(await quote.textContent()).toContain(HACK);
    expect(await page.locator('.message').first().textContent()).toContain(HACK);
    expect(await page.locator('#messages img, #messages script, #messages a[href^="javascript"]').count()).toBe(0);
    expect(await page.title()).toBe('Briefwijzer preview');
    expect(problems).toEqual([]);
  });

  test('while the index is built: it shows how far that is', async () => {
    let finish = (_source: IndexSource): void => {};
    const built = new Promise<IndexSource>((resolve) => {
      finish = resolve;
    });
    preview = await openPreview({
      prepare: (report) => {
        report({ phase: 'indexing', why: 'there is none', done: 30, total: 120 });
        return built;
      },
    });
    const { page } = await openPage(browser, preview.url);
    await page.locator('#progress', { hasText: '30 of 120 passages' }).waitFor();
    expect(await page.locator('progress').getAttribute('value')).toBe('30');
    finish(scriptedSource(await scriptedLibrary()));
    await page.locator('.example').first().waitFor();
    expect(await page.locator('#progress').textContent()).toBe('');
  });

  test('when the server stops: it says so, and connects again', async () => {
    preview = await openPreview({ port: 42_400 });
    await preview.bot;
    const { page } = await openPage(browser, preview.url);
    await page.locator('.example').first().waitFor();
    await page.locator('#write').fill('half a sentence');
    await preview.stop();
    await page.locator('#lost', { hasText: 'has stopped' }).waitFor();
    preview = await openPreview({ port: Number(new URL(preview.url).port) });
    await page.locator('#notice', { hasText: 'Connected again' }).waitFor();
    expect(await page.locator('#lost').textContent()).toBe('');
    expect(await page.locator('#write').inputValue()).toBe('half a sentence');
  });

  test('when the bot does not answer in time', async () => {
    preview = await openPreview();
    await preview.bot;
    preview.discord.faults.slow('POST /callback', 3500);
    const { page } = await openPage(browser, preview.url);
    await page.locator('.example').first().click();
    await page.locator('#notice', { hasText: 'did not respond in time' }).waitFor();
  });

  test('for those who use neither eyes nor mouse', async () => {
    preview = await openPreview();
    await preview.bot;
    const { page } = await openPage(browser, preview.url);
    await page.locator('.example').first().click();
    await page.locator('.container').waitFor();
    const nameless = await page.evaluate<string[]>(
      `[...document.querySelectorAll('button, input, textarea, select, a')]
        .filter((it) => !(it.getAttribute('aria-label') ?? '').trim() && !it.textContent.trim() && !it.labels?.length)
        .map((it) => it.outerHTML)`,
    );
    expect(nameless).toEqual([]);
    const seen = await page.locator('body').ariaSnapshot();
    for (const part of [
      '- banner',
      '- main',
      '- complementary',
      '- log "Messages"',
      '- article "Briefwijzer',
      '- combobox "Type / for',
    ])
      expect(seen).toContain(part);
    // From the message box back to the last message's own buttons, by keyboard alone.
    await page.locator('#write').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Dismiss message' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.message').waitFor({ state: 'detached' });
  });
});
