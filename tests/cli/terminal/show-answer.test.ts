import { describe, expect, test } from 'vitest';
import type { Quote } from '../../../src/answers/schema.ts';
import { showProgress } from '../../../src/cli/terminal/progress.ts';
import { showAnswer, showQuote } from '../../../src/cli/terminal/show-answer.ts';
import { plainAnswer, plainQuote } from '../../support/quotes.ts';
import { silentTerminal } from '../../support/silent-terminal.ts';

const quote: Quote = {
  id: 'a',
  file: 'brief.txt',
  start: 0,
  end: 60,
  skipped: [],
  text: 'Er werd gesproken. De missie is verlengd tot 2022. Meer niet.',
  highlights: [{ start: 19, end: 50 }],
  marks: [{ start: 19, end: 50 }],
  section: 'Afghanistan',
  question: null,
  notes: [],
  page: null,
  anchor: 'abcdefghijkl',
  pageUrl: null,
  letter: {
    id: 'l',
    file: 'brief.txt',
    title: 'Verslag',
    kind: 'report',
    subject: null,
    letterDate: null,
    meeting: null,
    dossiers: [],
    number: null,
    signatories: [],
    url: null,
    inferred: [],
    conflicts: [],
  },
  citation: 'Verslag, § Afghanistan',
  url: null,
  score: 1,
};

describe('A quote on a terminal', () => {
  const language = 'nl';

  test('shows what answers in bold and its citation under it', () => {
    const terminal = silentTerminal({ bold: (text) => `<b>${text}</b>` });
    expect(showQuote(quote, terminal, { language, label: '1.' })).toBe(
      '1. Er werd gesproken. <b>De missie is verlengd tot 2022.</b> Meer niet.\n   Verslag, § Afghanistan',
    );
  });

  test('stands under the question that it answers, which is cut at a word where it is long', () => {
    const question = `Kent u de ${'lange '.repeat(60)}haven?`;
    const quotes = [
      { ...quote, question: 'Kent u de haven?' },
      { ...quote, question },
    ];
    const shown = showAnswer(plainAnswer({ quotes }), [], silentTerminal({ width: 400 })).split('\n');
    expect(shown.slice(0, 2)).toEqual(['1. Vraag: Kent u de haven?', `   ${quote.text}`]);
    expect(shown[4]).toMatch(/^2\. Vraag: Kent u de (?:lange )+\[…\]$/);
    expect(shown[4]?.length).toBeLessThan(230);
  });

  test('stands above its footnotes', () => {
    const note = { id: 'b', start: 70, end: 90, skipped: [], text: '1 Tot en met juni 2022.' };
    const shown = showQuote({ ...quote, notes: [note] }, silentTerminal(), { language });
    expect(shown.split('\n').slice(1)).toEqual(['   Noot 1 Tot en met juni 2022.', '   Verslag, § Afghanistan']);
  });

  test('is cited in the language of the reader, its letter by its own name', () => {
    const letter = {
      ...plainQuote().letter,
      number: '348',
      inferred: [{ field: 'dossiers' as const, from: 'nr. 348' }],
    };
    const answer = (asked: 'nl' | 'en') =>
      showAnswer(
        plainAnswer({ language: asked, quotes: [plainQuote({ letter })] }),
        [],
        silentTerminal({ width: 400 }),
      );
    expect(answer('en')).toContain(
      `${letter.title}, letter of 4 November 2021, Kamerstuk 28 676, nr. 348 (inferred), § Afghanistan, p. 2`,
    );
    expect(answer('nl')).toContain(plainQuote().citation);
  });

  test('comes with a doubt where confidence is low', () => {
    const lines = (confidence: number) => showAnswer(plainAnswer({ confidence }), [], silentTerminal()).split('\n');
    expect(lines(0.6)[0]).toBe('Ik weet niet zeker of dit de vraag beantwoordt.');
    expect(lines(0.6).slice(2)).toEqual(lines(0.9));
  });

  test('says its page, and only its place where its letter is named above', () => {
    const paged = { ...quote, page: 3, url: 'https://example.org/brief' };
    const lines = (shown: string) => shown.split('\n').slice(1);
    expect(lines(showQuote(paged, silentTerminal(), { language }))).toEqual([
      '   Verslag, § Afghanistan, p. 3',
      '   https://example.org/brief',
    ]);
    expect(lines(showQuote(paged, silentTerminal(), { language, letterNamed: true }))).toEqual([
      '   § Afghanistan, p. 3',
    ]);
  });

  test('is followed by places that bear on the question, each once and none that is quoted', () => {
    const other = { ...quote, id: 'b', section: 'Irak', citation: 'Verslag, § Irak' };
    const shown = (related: readonly Quote[]) =>
      showAnswer(plainAnswer({ quotes: [quote], related: [...related] }), [], silentTerminal());
    const alone = shown([]);
    expect(shown([other, { ...quote, id: 'c' }, { ...other, id: 'd' }])).toBe(
      `${alone}\n\nGaat hier ook over, zonder de vraag te beantwoorden:\n–  Verslag, § Irak`,
    );
    expect(
      shown([
        { ...quote, id: 'c' },
        { ...quote, id: 'd' },
      ]),
    ).toBe(alone);
  });

  test('of another time stands under the reason that announces it', () => {
    const answer = plainAnswer({ answered: false, quotes: [], reason: 'Niet in 2022; in 2020 wel:', related: [quote] });
    expect(showAnswer(answer, [], silentTerminal())).toBe(
      `Niet in 2022; in 2020 wel:\n\n   ${quote.text}\n   ${quote.citation}`,
    );
  });

  test('is wrapped to the width without breaking words', () => {
    const shown = showQuote(quote, silentTerminal({ width: 30 }), { language });
    expect(shown.split('\n').every((line) => line.length <= 30)).toBe(true);
    expect(shown.replace(/\s+/g, ' ').trim()).toBe(`${quote.text} ${quote.citation}`);
  });
});

describe('Progress', () => {
  const clock = () => {
    let time = 0;
    return { now: () => time, pass: (ms: number) => (time += ms) };
  };

  test('is a bar with rate and time left on a terminal', () => {
    const { now, pass } = clock();
    const terminal = silentTerminal({ redraws: true });
    const progress = showProgress(terminal, 'passages', now);
    progress.update(0, 100);
    pass(1_000);
    progress.update(50, 100);
    expect(terminal.logged.at(-1)).toContain('[############............] 50 of 100 passages, 50 a second, 1 s left');
    progress.end();
    expect(terminal.logged.at(-1)).toBe('');
  });

  test('is a plain line now and then elsewhere', () => {
    const { now, pass } = clock();
    const terminal = silentTerminal();
    const progress = showProgress(terminal, 'passages', now);
    for (let done = 0; done <= 100; done++) {
      progress.update(done, 100);
      pass(100);
    }
    progress.end();
    expect(terminal.logged.length).toBeGreaterThan(1);
    expect(terminal.logged.length).toBeLessThan(6);
    expect(terminal.logged.at(-1)).toBe('100 of 100 passages, 10 a second');
    expect(terminal.logged.join()).not.toContain('\u001b');
  });
});
