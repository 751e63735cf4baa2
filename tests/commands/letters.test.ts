import { describe, expect, test } from 'vitest';
import { customIdOf, isEphemeral, textOf } from '../../src/local-discord/index.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const stage = useStage();
const nl = texts('nl');
const en = texts('en');

describe('/letters', () => {
  test('lists what there is, newest first, with what it covers', async () => {
    const { people, waitFor, world } = stage.discord;
    const message = await waitFor.answer(people.slash('letters', {}, { user: world.bram }));
    const shown = textOf(message);
    expect(isEphemeral(message)).toBe(true);
    expect(shown).toContain(nl.covers(stage.library.coverage));
    expect(shown.match(/^\*\*.*\*\*$/gm)).toHaveLength(5);
    expect(shown).toContain('-# geannoteerde agenda · 1 februari 2022 · Kamerstuk 28 676, nr. 387');
    expect(shown).toContain('[officiële publicatie](https://zoek.officielebekendmakingen.nl/kst-28676-280.html)');
    expect(shown.indexOf('2022')).toBeLessThan(shown.indexOf('8 en 9 november 2017'));
  });

  test('of a meeting, of a year, or of none', async () => {
    const { people, waitFor, world } = stage.discord;
    const as = { user: world.bram };
    const of2017 = textOf(await waitFor.answer(people.slash('letters', { year: 2017 }, as)));
    expect(of2017.match(/^\*\*.*\*\*$/gm)).toEqual(['**Verslag NAVO-ministers van Defensie, 8 en 9 november 2017**']);
    const meeting = stage.library.letters.find(({ letterDate }) => letterDate === '2022-02-01')?.meeting?.id ?? '';
    expect(textOf(await waitFor.answer(people.slash('letters', { meeting }, as))).match(/^\*\*.*\*\*$/gm)).toHaveLength(
      1,
    );
    expect(textOf(await waitFor.answer(people.slash('letters', { year: 1999 }, as)))).toContain(nl.letters.none);
    const unknown = await waitFor.answer(people.slash('letters', { meeting: 'zeppelin' }, as));
    expect(textOf(unknown)).toContain(overviews('nl').choose.meeting.none('zeppelin'));
  });

  test('many letters are paged with a button', async () => {
    const { people, waitFor } = stage.discord;
    const before = stage.library;
    const more = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `extra-${i}.txt`,
        `Den Haag, ${i + 1} mei 2024\n\nBrief nummer ${i}\n\nTekst ${i}.\n`,
      ]),
    );
    stage.source.next = await scriptedLibrary(more);
    await stage.source.reload();
    const first = await waitFor.answer(people.slash('letters', {}));
    expect(textOf(first)).toContain(en.letters.shown(1, 8, 17));
    const second = await waitFor.answer(people.press(first, customIdOf(first, en.button.moreLetters)));
    expect(textOf(second)).toContain(en.letters.shown(9, 16, 17));
    const third = await waitFor.answer(people.press(second, customIdOf(second, en.button.moreLetters)));
    expect(textOf(third).match(/^\*\*.*\*\*$/gm)).toHaveLength(1);
    stage.source.next = before;
    await stage.source.reload();
  });
});
