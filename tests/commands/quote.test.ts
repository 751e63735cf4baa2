import { describe, expect, test } from 'vitest';
import { buttonsOf, isEphemeral, textOf } from '../../src/local-discord/index.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';

const stage = useStage();
const nl = texts('nl');

/** The letter of November 2021 and a passage from it. */
function report() {
  const letter = stage.library.letters.find(({ letterDate }) => letterDate === '2021-11-04');
  const [suggested] = stage.library.suggestPassages(letter?.id ?? null, 'terroristische vrijhaven', 1);
  const quote = stage.library.quote(suggested?.passageId ?? '');
  if (!letter || !quote) throw new Error('the letter of November 2021 must be there');
  return { letter: letter.id, passage: quote.id, quote };
}

describe('/quote', () => {
  test('drops the passage into the discussion for everybody', async () => {
    const { people, waitFor, world } = stage.discord;
    const { letter, passage, quote } = report();
    const message = await waitFor.answer(people.slash('quote', { letter, passage }, { user: world.bram }));
    expect(isEphemeral(message)).toBe(false);
    expect(textOf(message)).toBe(`> ${quote.text}\n-# ${quote.citation} · blz. ${quote.page}`);
    const { context, section, copy, keep } = nl.button;
    expect(buttonsOf(message).map(({ label }) => label)).toEqual([context, section, copy, keep]);
  });

  test('only for oneself where asked, and can then be shared', async () => {
    const { people, waitFor, world } = stage.discord;
    const { letter, passage } = report();
    const as = { user: world.bram };
    const message = await waitFor.answer(people.slash('quote', { letter, passage, private: true }, as));
    expect(isEphemeral(message)).toBe(true);
    expect(buttonsOf(message)[0]?.label).toBe(nl.button.share);
  });

  test('pings the person it is for', async () => {
    const { people, waitFor, world } = stage.discord;
    const { letter, passage } = report();
    const message = await waitFor.answer(people.slash('quote', { letter, passage, mention: world.bram }));
    expect(textOf(message).split('\n')[0]).toBe(`-# <@${world.ada.id}> shares this with <@${world.bram.id}>`);
    expect(message.mentions.map(({ id }) => id)).toEqual([world.bram.id]);
  });

  test('says privately what is wrong with the choice', async () => {
    const { people, waitFor, world } = stage.discord;
    const { letter, passage } = report();
    const other = stage.library.letters.find(({ id }) => id !== letter)?.id ?? '';
    const { unknownPassage, passageOfOtherLetter } = nl.problem;
    const { letter: labels, oneOf } = overviews('nl').choose;
    for (const [values, sentence] of [
      [{ letter: 'zeppelin', passage }, `${labels.none('zeppelin')} ${oneOf}`],
      [{ letter, passage: 'zeppelin' }, unknownPassage('zeppelin')],
      [{ letter: other, passage }, passageOfOtherLetter],
    ] as const) {
      const message = await waitFor.answer(people.slash('quote', values, { user: world.bram }));
      expect(textOf(message).split('\n')[0]).toBe(sentence);
      expect(isEphemeral(message)).toBe(true);
    }
  });

  test('completes passages of the chosen letter by heading and by words, also with a typing error', async () => {
    const { people, waitFor } = stage.discord;
    const { letter, passage } = report();
    const typed = await waitFor.choices(people.type('quote', 'passage', 'terorristische vrijhaven', { letter }));
    expect(typed[0]?.value).toBe(passage);
    const heading = await waitFor.choices(people.type('quote', 'passage', 'technologische inno', { letter }));
    expect(heading[0]?.name).toMatch(/^Technologische innovatie: /);
    const all = await waitFor.choices(people.type('quote', 'passage', '', { letter }));
    expect(all.length).toBeGreaterThan(10);
    // No address, no page furniture.
    expect(all.filter(({ name }) => /Postbus|Voorzitter van de Tweede Kamer|Pagina \d/.test(name))).toEqual([]);
    for (const { name, value } of all) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(stage.library.quote(String(value))?.letter.id).toBe(letter);
    }
  });
});
