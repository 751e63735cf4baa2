import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Preview } from '../../src/preview/preview.ts';
import { browserPath, openBrowser, openPage, photograph } from '../support/browser.ts';
import { openPreview } from './stage.ts';

const COMPONENTS_V2 = 1 << 15;
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Messages that the bot does not send today: the page is for whoever changes what it sends. */
describe.skipIf(browserPath === null)('Whatever a bot can send is shown', () => {
  let preview: Preview;
  let browser: Browser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    [preview, browser] = await Promise.all([openPreview({ port: 42_500 }), openBrowser()]);
    await preview.bot;
    ({ page, problems } = await openPage(browser, preview.url));
    await page.locator('.example').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.stop();
  });

  /** Posts a message as the bot. */
  async function post(body: object, files: Readonly<Record<string, Buffer>> = {}): Promise<void> {
    const { api, settings, world } = preview.discord;
    const form = new FormData();
    form.set('payload_json', JSON.stringify(body));
    for (const [at, [name, bytes]] of Object.entries(files).entries())
      form.set(
        `files[${at}]`,
        new Blob([new Uint8Array(bytes)], { type: name.endsWith('png') ? 'image/png' : 'text/plain' }),
        name,
      );
    await fetch(`${api}/v10/channels/${world.general.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${settings.token}` },
      body: form,
    });
    expect(preview.discord.violations).toEqual([]);
  }

  test('sections, pictures, files, menus and covers', async () => {
    const components = [
      {
        type: 17,
        accent_color: 0x1a7f45,
        components: [
          {
            type: 9,
            components: [{ type: 10, content: '## Section\nwith a **thumbnail**' }],
            accessory: { type: 11, media: { url: 'attachment://pixel.png' }, description: 'A pixel' },
          },
          {
            type: 9,
            components: [{ type: 10, content: 'and a button' }],
            accessory: { type: 2, style: 1, label: 'Beside', custom_id: 'b' },
          },
          { type: 14, spacing: 2 },
          {
            type: 12,
            items: [{ media: { url: 'attachment://pixel.png' } }, { media: { url: 'https://example.org/far.png' } }],
          },
          { type: 13, file: { url: 'attachment://notes.txt' } },
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 's',
                placeholder: 'Pick',
                options: [
                  { label: 'One', value: '1' },
                  { label: 'Two', value: '2', description: 'the second' },
                ],
              },
            ],
          },
          { type: 1, components: [{ type: 5, custom_id: 'u', placeholder: 'Who' }] },
          {
            type: 1,
            components: [
              { type: 2, style: 3, label: 'Off', custom_id: 'off', disabled: true },
              { type: 2, style: 5, label: 'Out', url: 'https://example.org/' },
            ],
          },
          { type: 10, content: '- list\n  - inside\n1. one\n```\ncode\n```\n||hidden|| `short` <t:1700000000:D>' },
        ],
      },
      { type: 17, spoiler: true, components: [{ type: 10, content: 'under a cover' }] },
    ];
    const attachments = [
      { id: '0', filename: 'pixel.png' },
      { id: '1', filename: 'notes.txt' },
    ];
    await post(
      { flags: COMPONENTS_V2, components, attachments },
      { 'pixel.png': PIXEL, 'notes.txt': Buffer.from('notes') },
    );
    const box = page.locator('.container').first();
    await box.waitFor();
    expect(await box.locator('.thumbnail img').getAttribute('alt')).toBe('A pixel');
    expect(await box.locator('.gallery img').count()).toBe(1);
    expect(await box.locator('.elsewhere a').getAttribute('href')).toBe('https://example.org/far.png');
    expect(await box.locator('.file a').getAttribute('download')).toBe('notes.txt');
    expect(await box.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    expect(await box.getByRole('combobox', { name: 'Who' }).locator('option').allTextContents()).toEqual([
      'Who',
      'Ada',
      'Bram',
      'Briefwijzer',
    ]);
    expect(await box.locator('ul ul li').textContent()).toBe('inside');
    expect(await page.locator('#messages').getByText('under a cover').count()).toBe(0);
    await page.locator('.container > .spoiler').click();
    expect(await page.locator('#messages').getByText('under a cover').count()).toBe(1);
    await photograph(page, 'components');
    expect(problems).toEqual([]);
  });

  test('embeds and loose attachments', async () => {
    const embed = {
      title: 'Embed',
      url: 'https://example.org/',
      description: '*leaning*',
      color: 0xb3261e,
      fields: [{ name: 'Field', value: '**value**', inline: true }],
      footer: { text: 'the foot' },
    };
    await post({ content: 'With a box', embeds: [embed], attachments: [{ id: '0' }] }, { 'pixel.png': PIXEL });
    const message = page.locator('.message', { hasText: 'With a box' });
    await message.waitFor();
    expect(await message.locator('.embed h4 a').textContent()).toBe('Embed');
    expect(await message.locator('.embed .field strong').textContent()).toBe('value');
    expect(await message.locator('.picture img').getAttribute('alt')).toBe('pixel.png');
    expect(problems).toEqual([]);
  });

  test('what it chooses in a menu reaches the bot, which may change or delete its message', async () => {
    await page.getByRole('combobox', { name: 'Pick' }).selectOption('2');
    const { interaction } = await preview.discord.happenings.until('interaction', undefined, { since: 0 });
    expect(interaction.name).toBe('s');
    const { message } = await preview.discord.happenings.until(
      'messageCreated',
      ({ message: it }) => it.content === 'With a box',
      { since: 0 },
    );
    preview.discord.board.change(message.id, { content: 'Changed', edited_timestamp: new Date().toISOString() }, null);
    await page.locator('.message', { hasText: 'Changed' }).getByText('(edited)').waitFor();
    preview.discord.people.remove(message);
    await page.locator('.message', { hasText: 'Changed' }).waitFor({ state: 'detached' });
  });

  test('A file is chosen on a phone, or dropped; it is shown how it is read, and taken in', async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 780 });
    const content = 'Den Haag, 3 maart 2025\n\nKades\nDe haven is lang en breed.\n';
    await page.locator('#write').fill('/add ');
    const file = { name: 'kade.txt', mimeType: 'text/plain', buffer: Buffer.from(content) };
    await page.locator('#option-file').setInputFiles(file);
    await page.locator('#option-file:enabled').waitFor();
    await page.locator('form.command [type=submit]').click();
    const shown = page.locator('.message').last();
    await shown.getByRole('button', { name: 'Take in' }).waitFor();
    expect(await shown.textContent()).toContain('Nothing is stored yet.');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await photograph(page, 'add-on-a-phone');
    await shown.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.message', { hasText: 'Nothing has changed.' }).waitFor();

    const drop = () =>
      page.evaluate(`{
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(content)}], 'gevallen.txt'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }`);
    // Also where the name of another command that takes a file comes first.
    await page.locator('#language label', { hasText: 'NL' }).click();
    await page.locator('html[lang=nl]').waitFor();
    await drop();
    await page.locator('.file-name', { hasText: 'gevallen.txt' }).waitFor();
    expect(await page.locator('form.command').textContent()).toContain('opnemen');
    await page.locator('#language label', { hasText: 'EN' }).click();
    await page.locator('html[lang=en]').waitFor();
    await drop();
    await page.locator('.file-name', { hasText: 'gevallen.txt' }).waitFor();
    await page.locator('form.command [type=submit]').click();
    await page.locator('.message').last().getByRole('button', { name: 'Take in' }).click();
    await page.locator('.message', { hasText: 'searchable now' }).waitFor();
    if (size) await page.setViewportSize(size);
  });
});
