import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { browserPath, openBrowser, openPage, photograph } from '../support/browser.ts';
import { type PreviewProcess, startPreviewProcess } from './preview-process.ts';

/** The whole preview as `npm run preview` starts it, on the real index, used in a real browser. */
describe.skipIf(browserPath === null)('The preview in a browser', () => {
  let preview: PreviewProcess;
  let browser: Browser;
  let opened: Awaited<ReturnType<typeof openPage>>;
  let page: Page;

  beforeAll(async () => {
    [preview, browser] = await Promise.all([startPreviewProcess(inject('indexDir'), 41_730), openBrowser()]);
    await open();
    await page.locator('.example').first().waitFor();
  });
  afterEach(() => expect(opened.problems).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    expect(await preview?.stop()).toBe(0);
  });

  async function open(options = {}): Promise<void> {
    opened = await openPage(browser, preview.url, options);
    ({ page } = opened);
  }
  const box = () => page.locator('#write');
  const last = () => page.locator('.message').last();
  /** The newest message, once it is finished and holds something. */
  const answer = async (holding = '.container') => {
    const found = page.locator('.message:last-child').filter({ has: page.locator(holding) });
    await found.waitFor();
    return found;
  };
  const become = async (name: 'Ada' | 'Bram') => {
    await page.locator('#person label', { hasText: name }).click();
    await page.locator(`html[lang=${name === 'Ada' ? 'en' : 'nl'}]`).waitFor();
  };
  const use = async (command: string, option: string, value: string) => {
    await box().fill(`/${command} `);
    await page.locator(`#option-${option}`).fill(value);
    await page.locator('form.command [type=submit]').click();
  };

  test('Loads less than 150 kB', async () => {
    const bytes = await opened.loadedBytes();
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(150_000);
  });

  test('"/" lists the commands, required options are enforced, and an English question is answered', async () => {
    await box().press('/');
    const ask = page.getByRole('option', { name: /^\/ask\b/ });
    await ask.waitFor();
    expect(await ask.textContent()).toContain('the answer is quoted word for word');
    await box().pressSequentially('as');
    await box().press('Enter');
    await page.locator('#option-question').press('Enter');
    expect(await page.locator('.complaint').first().textContent()).toBe('Fill in question.');
    await page.locator('#option-question').fill('Until when does operation Allied Solace run?');
    await page.locator('#option-question').press('Enter');
    const answered = await answer('blockquote');
    expect(await answered.locator('blockquote strong').first().textContent()).toContain('28 februari 2022');
    expect(await answered.textContent()).toContain('Only you can see this');
    expect(await answered.locator('.context').textContent()).toContain('Ada used /ask');
    expect(await page.locator('#announce').textContent()).toContain('Briefwijzer: Until when');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('write');
    await photograph(page, 'answer');
  });

  test('Buttons work: context, and sharing, which the other person sees in Dutch surroundings', async () => {
    await (await answer()).getByRole('button', { name: 'Context' }).first().click();
    await page.locator('.message', { hasText: 'Before' }).last().waitFor();
    const before = await page.locator('.message').count();
    await last().getByRole('button', { name: 'Share' }).first().click();
    await page.locator('.message:not(.private)').waitFor();
    expect(await page.locator('.message').count()).toBeGreaterThan(before);
    await become('Bram');
    expect(await page.locator('.message').count()).toBe(1);
    expect(await last().textContent()).toContain('28 februari 2022');
    expect(await last().locator('.mention').textContent()).toBe('@Ada');
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  });

  test('A Dutch question by its Dutch command is answered, and one beyond the letters refused', async () => {
    await box().fill('/vraag Tot wanneer loopt operatie Allied Solace?');
    expect(await page.locator('#option-question').inputValue()).toBe('Tot wanneer loopt operatie Allied Solace?');
    await page.locator('#option-question').press('Enter');
    const quotes = page.locator('.message:last-child', { hasText: 'Bram gebruikte /vraag' }).locator('blockquote');
    await quotes.first().waitFor();
    expect(await quotes.first().textContent()).toContain('28 februari 2022');
    await use('vraag', 'question', 'Wat is het recept voor stamppot boerenkool?');
    await page.locator('.message:last-child', { hasText: 'stamppot' }).waitFor();
    expect(await last().locator('blockquote').count()).toBe(0);
    await photograph(page, 'refusal');
  });

  test('Suggestions come while typing and are taken with Enter', async () => {
    await box().fill('/vraag ');
    await page.getByRole('button', { name: '+ brief' }).click();
    // Who presses Enter before they are there gets the first that fits what was typed, not what was shown before.
    await page.getByRole('option').first().waitFor();
    await page.locator('#option-letter').fill('oktober 2021');
    await page.locator('#option-letter').press('Enter');
    await expect.poll(() => page.locator('#option-letter').inputValue()).toContain('21 en 22 oktober 2021');
    await page.locator('#option-letter').fill('');
    await page.locator('#option-letter').pressSequentially('februari 2022');
    const found = page.getByRole('option', { name: '16 en 17 februari 2022' });
    await found.waitFor();
    await page.locator('#option-letter').press('Enter');
    expect(await page.locator('#option-letter').inputValue()).toContain('16 en 17 februari 2022');
    await page.locator('#option-question').fill('Wat staat er over het strategisch concept?');
    await page.locator('#option-question').press('Enter');
    await page.locator('.message:last-child', { hasText: 'strategisch concept?' }).locator('.container').waitFor();
    expect(await last().textContent()).toContain('16 en 17 februari 2022');
  });

  test('Sources of a message are found by right click and by keyboard', async () => {
    await box().fill('De NAVO moet meer doen aan cyberveiligheid');
    await box().press('Enter');
    const written = page.locator('.message', { hasText: 'moet meer doen aan cyber' }).first();
    await written.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Zoek bronnen' }).click();
    const sources = () => page.locator('.message', { hasText: 'Bram gebruikte Zoek bronnen' });
    await sources().locator('blockquote').first().waitFor();
    await written.locator('.more').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await sources().nth(1).locator('blockquote').first().waitFor();
    expect(await sources().count()).toBe(2);
  });

  test('A mention is answered in the open, and a reply to it goes on from there', async () => {
    await box().pressSequentially('@b');
    await page.getByRole('option', { name: '@Briefwijzer' }).waitFor();
    await box().press('Enter');
    await box().pressSequentially('wat is er gezegd over klimaat?');
    await box().press('Enter');
    const first = page
      .locator('.message:not(.private)', { hasText: 'over klimaat?' })
      .filter({ has: page.locator('.container') });
    await first.waitFor();
    await first.locator('.more').click();
    await page.getByRole('menuitem', { name: 'Antwoord' }).click();
    await box().fill('en in 2021?');
    await box().press('Enter');
    const next = page.locator('.message:last-child', { hasText: '↳' });
    await next.waitFor();
    expect(await next.textContent()).toContain('wat is er gezegd over klimaat?');
  });

  test('Everything sent is as Discord wants it, and can be read', async () => {
    const requests = page.locator('#exchange .request');
    await requests.first().locator('summary').click();
    expect(await requests.first().locator('pre').first().textContent()).toContain('"components"');
    expect(await page.locator('.request.wrong').count()).toBe(0);
  });

  test('The history is there after the page is loaded again', async () => {
    const before = await page.locator('.message').count();
    await page.reload();
    await page
      .locator('.message')
      .nth(before - 1)
      .waitFor();
    expect(await page.locator('#person-bram').isChecked()).toBe(true);
  });

  test('Dark and light, remembered', async () => {
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.locator('#theme').click();
    expect(await ground()).not.toBe(light);
    await page.reload();
    await page.locator('.message').first().waitFor();
    expect(await ground()).not.toBe(light);
    await photograph(page, 'dark');
    await page.locator('#theme').click();
  });

  test('The language of Discord can be changed', async () => {
    await page.locator('#language label', { hasText: 'EN' }).click();
    await page.locator('html[lang=en]').waitFor();
    await box().fill('/');
    expect(await page.getByRole('option', { name: '/ask' }).count()).toBe(1);
    await box().fill('');
    await page.locator('#language label', { hasText: 'NL' }).click();
    await page.locator('html[lang=nl]').waitFor();
  });

  test('A meeting is summed up and a subject followed', async () => {
    await become('Ada');
    await use('summary', 'meeting', 'oktober 2021');
    await page.locator('.message:last-child', { hasText: 'Summary' }).locator('blockquote, li').first().waitFor();
    await photograph(page, 'summary');
    await use('timeline', 'subject', 'cyber');
    await page.locator('.message:last-child', { hasText: 'Timeline' }).locator('.container').waitFor();
    await photograph(page, 'timeline');
  });

  test('A phone is wide enough, and the examples are a tap away', async () => {
    await open({ width: 390, height: 780 });
    await page.locator('.message').first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await photograph(page, 'phone');
    await page.locator('#show-beside').click();
    expect(await page.locator('.example').count()).toBe(6);
    const before = await page.locator('.message').count();
    await page.locator('.example').first().click();
    await page.locator('.message').nth(before).locator('.container').waitFor();
    expect(await page.locator('#beside').isVisible()).toBe(false);
  });
});
