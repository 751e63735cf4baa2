import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { customIdOf, isEphemeral, type Message, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';
import { firstQuoteOf } from '../support/open-quote.ts';

const stage = useStage();
const nl = texts('nl');
const dutch = { locale: 'nl' } as const;
const QUESTION = 'Wat zei men in oktober 2021 over Afghanistan en terroristische organisaties?';

const names = (message: Message) => message.attachments.map(({ filename }) => filename);
async function fileOf(message: Message, ending: string): Promise<Buffer> {
  const url = message.attachments.find(({ filename }) => filename.endsWith(ending))?.url ?? '';
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}
const press = (message: Message, label: string) => {
  const { people, waitFor } = stage.discord;
  return waitFor.answer(people.press(message, customIdOf(message, label), dutch));
};

describe('Take along', () => {
  test('gives commitments as Word, Markdown and a table, privately', async () => {
    const { people, waitFor } = stage.discord;
    const taken = await press(await waitFor.answer(people.slash('commitments', {}, dutch)), 'Neem mee');
    expect(isEphemeral(taken)).toBe(true);
    expect(names(taken)).toEqual(['toezeggingen.docx', 'toezeggingen.md', 'toezeggingen.csv']);
    const all = await stage.library.commitments();
    expect((await fileOf(taken, '.csv')).toString().trim().split('\r\n')).toHaveLength(all.length + 1);
  });

  test('gives a whole summary, also from a later page', async () => {
    const { people, waitFor } = stage.discord;
    const taken = await press(
      await waitFor.answer(people.slash('summary', { meeting: 'okt 2021' }, dutch)),
      'Neem mee',
    );
    const { value } = await mammoth.extractRawText({ buffer: await fileOf(taken, '.docx') });
    expect(value).toContain('NAVO-ministers van Defensie, 21 en 22 oktober 2021');
    expect(value).toContain('Toegezegd aan de Kamer');
  });

  test('gives a timeline and an answer', async () => {
    const { people, waitFor } = stage.discord;
    const timeline = await press(
      await waitFor.answer(people.slash('timeline', { subject: 'Afghanistan' }, dutch)),
      'Neem mee',
    );
    expect(names(timeline)).toEqual(['afghanistan.docx', 'afghanistan.md', 'afghanistan.csv']);
    const answer = await waitFor.answer(people.slash('ask', { question: QUESTION }, dutch));
    const id = JSON.stringify(answer.components).match(/v=1&a=take-answer[^"]*/)?.[0] ?? '';
    expect(id).not.toBe('');
  });
});

test('The files of an answer hold the quotes that stand above their button, also of a later page', async () => {
  const { people, waitFor } = stage.discord;
  const first = await waitFor.answer(people.slash('ask', { question: QUESTION }, dutch));
  const later = await waitFor.answer(people.press(first, customIdOf(first, nl.button.next), dutch));
  const takeOf = (message: Message) => JSON.stringify(message.components).match(/v=1&a=take-answer[^"]*/)?.[0] ?? '';
  const fileUnder = async (message: Message) => {
    const [menu] = firstQuoteOf(message);
    const taken = menu
      ? people.select(message, menu, [takeOf(message)], dutch)
      : people.press(message, takeOf(message), dutch);
    return (await fileOf(await waitFor.answer(taken), '.md')).toString();
  };
  const quoted = (message: Message) => /^> (.+)$/m.exec(textOf(message))?.[1]?.replaceAll('**', '').slice(0, 40) ?? '?';
  expect(await fileUnder(first)).toContain(quoted(first));
  expect(await fileUnder(later)).toContain(quoted(later));
});

describe('The tray', () => {
  test('takes any quote of an answer, one or several, by a button beside its place', async () => {
    const { people, waitFor, world } = stage.discord;
    const as = { ...dutch, user: world.chris };
    const kept = (message: Message) => JSON.stringify(message.components).match(/v=1&a=keep&p=\w+/g)?.length ?? 0;
    const shown = (message: Message) => textOf(message).match(/^> /gm)?.length ?? 0;
    const several = await waitFor.answer(people.slash('ask', { question: QUESTION }, as));
    const one = await waitFor.answer(people.slash('ask', { question: QUESTION, quotes: 1 }, as));
    const reply = await waitFor.reply(people.write(`<@${world.bot.id}> ${QUESTION}`, as));
    expect([kept(several), kept(one), kept(reply)]).toEqual([shown(several), 1, 1]);
    expect(shown(several)).toBeGreaterThan(1);
    const said = await waitFor.answer(people.press(one, customIdOf(one, 'Bewaar'), as));
    expect(textOf(said)).toBe('Bewaard: je hebt nu 1 citaat. Zie /bewaard.');
  });

  test('keeps quotes in a person’s order, and forgets them', async () => {
    const { people, waitFor, world } = stage.discord;
    const list = await waitFor.answer(people.slash('commitments', {}, dutch));
    const ids = [...JSON.stringify(list.components).matchAll(/v=1&a=keep&p=(\w+)[^"]*/g)].map(
      ([id, p = '']) => [p, id] as const,
    );
    const [first = '', second = ''] = new Map(ids).values();
    const keep = (id: string) => waitFor.answer(people.press(list, id, dutch));
    expect(textOf(await keep(first))).toBe('Bewaard: je hebt nu 1 citaat. Zie /bewaard.');
    expect(textOf(await keep(second))).toBe('Bewaard: je hebt nu 2 citaten. Zie /bewaard.');
    expect(textOf(await keep(second))).toBe('Dat citaat bewaarde je al.');

    const tray = await waitFor.answer(people.slash('tray', {}, dutch));
    expect(isEphemeral(tray)).toBe(true);
    const word = (id: string) => stage.library.quote(new URLSearchParams(id).get('p') ?? '')?.text.slice(0, 30) ?? '';
    expect(textOf(tray).indexOf(word(first))).toBeLessThan(textOf(tray).indexOf(word(second)));
    const others = await waitFor.answer(people.slash('tray', {}, { ...dutch, user: world.bram }));
    expect(textOf(others)).toContain('Je bewaart nog niets.');

    const now = () => stage.discord.board.get(tray.id)?.message ?? tray;
    people.press(tray, customIdOf(tray, 'Omhoog'), dutch);
    await expect.poll(() => textOf(now()).indexOf(word(second)) < textOf(now()).indexOf(word(first))).toBe(true);

    const posted = people.press(now(), customIdOf(now(), 'Zet in het gesprek'), dutch);
    const inChannel = await waitFor.followUp(posted);
    expect(isEphemeral(inChannel)).toBe(false);
    expect(textOf(inChannel)).toContain(word(first));
    const twice = await press(now(), 'Zet in het gesprek');
    expect(textOf(twice)).toContain(nl.tray.posted);
    const again = people.press(twice, customIdOf(twice, nl.button.shareAgain), dutch);
    expect(textOf(await waitFor.followUp(again))).toContain(word(first));

    const taken = await press(now(), 'Neem mee');
    expect(names(taken)).toEqual(['bewaarde-citaten.docx', 'bewaarde-citaten.md']);

    people.press(now(), customIdOf(now(), 'Weg'), dutch);
    await expect.poll(() => textOf(now())).not.toContain(word(second));
    people.press(now(), customIdOf(now(), 'Weg'), dutch);
    await expect.poll(() => textOf(now())).toContain('Je bewaart nog niets.');
  });
});
