import { beforeAll, describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../../src/answers/comparison/schema.ts';
import type { Library } from '../../../src/answers/types.ts';
import type { Letter } from '../../../src/letters/types.ts';
import { expectVerbatim, lettersFrom, libraryOf, one } from '../../support/letters-library.ts';

const letter = (day: string, meeting: string, text: string) =>
  `Den Haag, ${day}\n\nHierbij zend ik u het verslag van de Landbouwraad van ${meeting} te Brussel.\n\nVisserij\n\n${text}\n`;

const LEANING = [
  'De Raad besprak de uitstoot van stikstof door de veehouderij in het noorden.',
  'Daarnaast vroeg de Commissie aandacht voor stikstof uit kunstmest.',
  'Ook kwam het meten van stikstof door de lidstaten aan de orde.',
].join(' ');

let letters: readonly Letter[];
let library: Library;
beforeAll(async () => {
  letters = lettersFrom({
    'a.txt': letter(
      '20 maart 2023',
      '13 maart 2023',
      'De ministers bespraken de visquota voor haring in de Noordzee. Het kabinet steunt lagere visquota voor kabeljauw.',
    ),
    'b.txt': letter(
      '20 juni 2023',
      '12 juni 2023',
      'De ministers stelden de visquota voor haring in de Noordzee vast. Over visquota voor garnalen komt een onderzoek.',
    ),
    'd.txt': letter('20 april 2023', '13 april 2023', LEANING),
    'e.txt': letter('20 mei 2023', '12 mei 2023', `${LEANING} Daarom komt er een fonds voor stikstof.`),
    'c.txt': letter('20 september 2023', '11 september 2023', 'De ministers spraken over de oogst van tarwe.'),
  });
  library = await libraryOf(letters);
});

const meeting = (typed: string) => one(library.findMeeting(typed));
const compared = async (first: string, second: string, subject: string) =>
  comparisonSchema.parse(await library.compare([meeting(first), meeting(second)], subject));

describe('Two meetings on one subject', () => {
  test('stand side by side, with what is new and what is gone, whichever is named first', async () => {
    const found = await compared('juni 2023', 'maart 2023', 'visquota');
    expect([found.earlier, found.later].map(({ meeting: held }) => held?.dates[0])).toEqual([
      '2023-03-13',
      '2023-06-12',
    ]);
    expect(found.both).toHaveLength(1);
    expect(found.both[0]?.earlier.text).toContain('bespraken de visquota voor haring');
    expect(found.both[0]?.later.text).toContain('stelden de visquota voor haring');
    expect(found.fresh.map(({ text }) => text).join()).toContain('garnalen');
    expect(found.gone.map(({ text }) => text).join()).toContain('kabeljauw');
    for (const quote of [...found.both.flatMap((pair) => [pair.earlier, pair.later]), ...found.fresh, ...found.gone])
      expectVerbatim(quote, letters);
  });

  test('shows no sentence twice, whatever it leans on or follows', async () => {
    const found = await compared('april 2023', 'mei 2023', 'stikstof');
    expect(found.both.length).toBeGreaterThan(0);
    for (const side of ['earlier', 'later'] as const) {
      const quotes = [...found.both.map((pair) => pair[side]), ...(side === 'earlier' ? found.gone : found.fresh)];
      const spans = quotes.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
      expect(spans.every(({ start }, i) => start >= (spans[i - 1]?.end ?? 0))).toBe(true);
    }
  });

  test('say so where one or both say nothing', async () => {
    const found = await compared('maart 2023', 'september 2023', 'visquota');
    expect([found.earlier.sentences > 0, found.later.sentences]).toEqual([true, 0]);
    expect([found.both, found.fresh]).toEqual([[], []]);
    expect(found.gone.length).toBeGreaterThan(0);
    const none = await compared('maart 2023', 'september 2023', 'kernenergie');
    expect([none.earlier.sentences, none.later.sentences, none.gone.length]).toEqual([0, 0, 0]);
  });
});
