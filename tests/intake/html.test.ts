import { expect, test } from 'vitest';
import { detectFormat } from '../../src/intake/formats/detect.ts';
import { readPage } from '../../src/intake/formats/html.ts';
import { descendants } from '../../src/intake/text/tree.ts';
import { letterOf, problemOf } from './convert.ts';

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const textOf = async (body: string): Promise<string> => (await letterOf('brief.html', page(body))).text.trimEnd();

test('a text that begins like a page with comments without end is told apart at once', () => {
  const begun = process.cpuUsage();
  // Each more took twice the time of the one before; in microseconds of the processor.
  detectFormat({ name: 'brief', bytes: Buffer.from('<!---->'.repeat(60)) });
  expect(process.cpuUsage(begun).user).toBeLessThan(200_000);
});

test('headings, paragraphs, lists and tables', async () => {
  const body = `<h1>Voortgang haven</h1><p>De haven is
    <em>lang</em> genoeg.</p><ul><li>een kade</li><li><p>een sluis</p></li></ul><ol start="3"><li>drie</li></ol>
    <table><tr><th>Haven</th><th>Kosten</th></tr><tr><td>Veere</td><td>12</td></tr></table>`;
  expect(await textOf(body)).toBe(
    'Voortgang haven\n\nDe haven is lang genoeg.\n\n- een kade\n- een sluis\n\n3. drie\n\nHaven\tKosten\nVeere\t12',
  );
});

test('numbers of lists as they are counted and written', async () => {
  const body = `<ol type="a"><li>een</li><li></li><li>drie</li></ol><ol type="I" start="4"><li>vier</li><li value="9">negen</li>
    <li>tien</li></ol><ol type="A" start="27"><li>veel</li></ol><ol type="i"><li>een</li></ol><ol reversed><li>drie</li></ol>`;
  expect((await textOf(body)).split(/\n+/)).toEqual([
    'a. een',
    'c. drie',
    'IV. vier',
    'IX. negen',
    'X. tien',
    'AA. veel',
    'i. een',
    '- drie',
  ]);
});

test('the letter is taken, not the menus, scripts and links around it', async () => {
  const body = `<script>document.write('<p>vals</p>')</script><nav>Home</nav><form>Zoek</form>
    <main><p>De haven van Veere is lang genoeg voor alle schepen.</p><span class="visually-hidden">verborgen</span>
    <p>Zij is diep.</p></main><a href="#top">Naar boven</a><footer>Privacy</footer>`;
  expect(await textOf(body)).toBe('De haven van Veere is lang genoeg voor alle schepen.\n\nZij is diep.');
});

test('notes of the official publications: the mark behind its word, the note once, without "X Noot"', async () => {
  const note = (n: number, text: string): string =>
    `<div class="voet noot"><h5><a href="#close-${n}">X</a> Noot</h5><sup><span class="nootnum"><a id="ID-${n}"></a>${n}</span></sup><p>${text}</p></div>`;
  const mark = (n: number): string => `<sup><a class="nootnum" href="#ID-${n}">${n}</a></sup>`;
  const body = `<p>In 2024${mark(1)} was er een haven.${mark(2)} Nu niet.</p><div id="noten">${note(1, 'Ter inzage gelegd.')}${note(2, 'Kamerstuk 36 045, nr. 4.')}</div>`;
  expect(await textOf(body)).toBe(
    'In 2024¹ was er een haven.² Nu niet.\n\n1 Ter inzage gelegd.\n\n2 Kamerstuk 36 045, nr. 4.',
  );
});

test('notes in a list with a link back', async () => {
  const body = `<p>De haven<a href="#n1">[1]</a> is diep.</p><ol><li id="n1">Ter inzage gelegd. <a href="#r1">↑</a></li></ol>`;
  expect(await textOf(body)).toBe('De haven¹ is diep.\n\n1 Ter inzage gelegd.');
});

test('a link to a chapter is no note', async () => {
  expect(await textOf('<p>Zie <a href="#h2">2</a>.</p><h2 id="h2">De kade</h2>')).toBe('Zie 2.\n\nDe kade');
});

test('the paper and its address are known from the page itself', async () => {
  const head = '<link rel="canonical" href="https://zoek.officielebekendmakingen.nl/kst-35470-XIV-4.html">';
  expect((await letterOf('kst.html', page('<p>De haven is lang.</p>', head))).facts).toEqual({
    dossiers: ['35 470 XIV'],
    number: '4',
    url: 'https://zoek.officielebekendmakingen.nl/kst-35470-XIV-4.html',
  });
  const script = '<link rel="canonical" href="javascript:alert(1)">';
  expect((await letterOf('kst.html', page('<p>De haven is lang.</p>', script))).facts).toEqual({});
});

test('a page in Windows-1252 that says so', async () => {
  const html = page('<p>Financi\u00eble positie \u0096 10 \u0080</p>', '<meta charset="windows-1252">');
  expect((await letterOf('oud.html', Buffer.from(html, 'latin1'))).text).toBe('Financiële positie – 10 €\n');
});

test('a page that only links the letter says which file to take', async () => {
  const body = '<main><h1>Kamerbrief haven</h1><a href="/documenten/kamerbrief-haven.pdf?v=2">Download</a></main>';
  expect(await problemOf('pagina.html', page(body))).toMatch(
    /^pagina\.html is a page about a letter.*kamerbrief-haven\.pdf /,
  );
});

test('elements nested without end, and a page without text', async () => {
  expect(await problemOf('diep.html', page('<div>'.repeat(50_000)))).toMatch(/^diep\.html nests its elements/);
  expect(await problemOf('leeg.html', page('<script>x</script>'))).toBe('leeg.html holds no text.');
});

test('a small page of unclosed elements stays small', () => {
  const fonts = Array.from({ length: 200 }, (_, i) => `<font size="${i}">`).join('');
  const { document } = readPage(`<p>${fonts}${'<p>De haven.'.repeat(2000)}`, 'lettertypen.html');
  expect([...descendants(document)].length).toBeLessThan(10_000);
});
