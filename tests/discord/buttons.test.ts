import { describe, expect, test } from 'vitest';
import { standing } from '../../src/discord/stores/feedback.ts';
import { feedbackIn } from '../../src/discord/stores/stores.ts';
import { buttonsOf, customIdOf, isEphemeral, type Message, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { closeStage, openStage, useStage } from '../support/bot-stage.ts';
import { firstQuoteOf, quoteIds } from '../support/open-quote.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const stage = useStage();
const nl = texts('nl');
const QUESTION = 'Wat zei men in oktober 2021 over *Afghanistan* en [terroristische] organisaties?';

const bram = () => ({ user: stage.discord.world.bram });

async function answered(values: Record<string, string | boolean> = {}): Promise<Message> {
  const { people, waitFor } = stage.discord;
  return waitFor.answer(people.slash('ask', { question: QUESTION, ...values }, bram()));
}

async function pressed(message: Message, label: string): Promise<Message> {
  const { people, waitFor } = stage.discord;
  return waitFor.answer(people.press(message, customIdOf(message, label), bram()));
}

/** The first quote of an answer by itself, chosen from its menu. */
async function opened(answer: Message): Promise<Message> {
  const { people, waitFor } = stage.discord;
  return waitFor.answer(people.select(answer, ...firstQuoteOf(answer), bram()));
}

const firstQuote = (message: Message) => /^> (.*)$/m.exec(textOf(message))?.[1] ?? '';

describe('under a quote', () => {
  test('share posts it in the channel with the question, its highlight and who shared it, and pings nobody', async () => {
    const { requests, world, people, waitFor, board } = stage.discord;
    const answer = await opened(await answered());
    const press = people.press(answer, customIdOf(answer, nl.button.share), bram());
    const shared = await waitFor.followUp(press);
    expect(isEphemeral(shared)).toBe(false);
    const [by, question] = textOf(shared).split('\n');
    expect(by).toBe(`-# Gedeeld door <@${world.bram.id}>`);
    expect(question?.replace(/\\(.)/g, '$1')).toBe(`### ${QUESTION}`);
    expect(firstQuote(shared)).toBe(firstQuote(answer));
    expect(textOf(shared)).toMatch(/\n-# Verslag .*, § Afghanistan/);
    const posted = requests.findLast(({ method, path }) => method === 'POST' && path.includes('/webhooks/'));
    expect(posted?.body).toMatchObject({ allowed_mentions: { parse: [], users: [] } });
    expect(shared.mentions).toEqual([]);
    const receipt = () => board.get(press.originalId ?? '')?.message;
    await expect.poll(() => JSON.stringify(receipt()?.components)).toContain(`/${shared.id}`);
    expect(isEphemeral(receipt() ?? shared)).toBe(true);
  });

  test('a quote is shared once, however often that is pressed, unless somebody means it', async () => {
    const { people, waitFor, board, world } = stage.discord;
    const answer = await waitFor.answer(
      people.slash('ask', { question: 'Wat schrijft de minister over klimaatverandering?' }, bram()),
    );
    const id =
      JSON.stringify(answer.components)
        .match(/v=1&a=open&[^"]*/)?.[0]
        ?.replace('a=open', 'a=share') ?? '';
    const posted = () => board.seenBy(world.ada.id, world.general.id).filter(({ id }) => id > answer.id).length;
    const press = () => people.press(answer, id, { ...bram(), unchecked: true });
    const presses = [press(), press(), press()];
    const said = await Promise.all(presses.map((each) => waitFor.answer(each)));
    const refused = said.filter((message) => textOf(message) === nl.answer.alreadyShared);
    expect(refused).toHaveLength(2);
    await expect.poll(posted).toBe(1);
    const linkIn = (message: Message) => buttonsOf(message).find(({ label }) => label === nl.button.show)?.url;
    // It stands in the channel before the bot has heard where.
    await expect.poll(async () => linkIn(await waitFor.answer(press()))).toBeDefined();
    const again = await waitFor.answer(press());
    expect(textOf(again)).toBe(nl.answer.alreadyShared);
    const url = linkIn(again);
    expect(board.get(url?.split('/').at(-1) ?? '')?.message.author.id).toBe(world.bot.id);
    const twice = [1, 2].map(() => people.press(again, customIdOf(again, nl.button.shareAgain), bram()));
    await Promise.all(twice.map((each) => waitFor.answer(each)));
    await expect.poll(posted).toBe(2);
  });

  test('a bot that was started meanwhile finds what is shared in the channel', async () => {
    const { people, waitFor, world } = stage.discord;
    const asked = people.write(`<@${world.bot.id}> Wat schrijft de minister over Noord-Korea?`, bram());
    const reply = await waitFor.reply(asked);
    const id = customIdOf(reply, nl.button.context).replace('a=context', 'a=share');
    const said = await waitFor.answer(people.press(reply, id, { ...bram(), unchecked: true }));
    expect(textOf(said)).toBe(nl.answer.alreadyShared);
    expect(buttonsOf(said)[0]?.url?.split('/').at(-1)).toBe(reply.id);
  });

  test('more context shows what stands before and after it', async () => {
    const answer = await opened(await answered());
    const id =
      /a=context&p=(\w+)/.exec(
        buttonsOf(answer)
          .map((b) => b.custom_id)
          .join(' '),
      )?.[1] ?? '';
    const [before, , after] = stage.library.context(id);
    const shown = textOf(await pressed(answer, nl.button.context));
    expect(shown).toContain(`-# ${nl.context.before}\n${before?.text}`);
    expect(shown).toContain(`-# ${nl.context.after}\n${after?.text}`);
    expect(shown).toContain(`> ${firstQuote(answer)}`);
  });

  test('the first passage of a letter has nothing before it', async () => {
    const { people, waitFor } = stage.discord;
    const preceding = (id: string) => stage.library.context(id)[0]?.id ?? id;
    let first = stage.library.suggestPassages(stage.library.letters[0]?.id ?? null, '', 1)[0]?.passageId ?? '';
    while (preceding(first) !== first) first = preceding(first);
    const answer = await answered();
    const press = people.press(answer, `v=1&a=context&p=${first}`, { ...bram(), unchecked: true });
    const shown = textOf(await waitFor.answer(press));
    expect(shown).not.toContain(nl.context.before);
    expect(shown).toContain(nl.context.after);
  });

  test('the whole section shows every passage of it, reading on where it is long', async () => {
    const { people, waitFor } = stage.discord;
    const longest = stage.library.letters
      .flatMap((letter) => letter.sections.map((title) => stage.library.sectionStart(letter.id, title)))
      .flatMap((start) => (start ? [stage.library.section(start.id)] : []))
      .sort((a, b) => b.length - a.length)[0];
    const id = longest?.[0]?.id ?? '';
    const press = people.press(await answered(), `v=1&a=section&p=${id}`, { ...bram(), unchecked: true });
    let message = await waitFor.answer(press);
    let all = textOf(message);
    while (buttonsOf(message).some(({ label }) => label === nl.button.readOn)) {
      message = await pressed(message, nl.button.readOn);
      all += textOf(message);
    }
    for (const { text } of longest ?? []) expect(all.replace(/\\(.)/g, '$1')).toContain(text);
  });

  test('copy gives quote and citation as plain text in a code block', async () => {
    const answer = await opened(await answered());
    const shown = textOf(await pressed(answer, nl.button.copy));
    const plain = firstQuote(answer).replaceAll('**', '').replace(/\\(.)/g, '$1');
    expect(shown).toContain(`\`\`\`\n“${plain}”\n(Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021`);
  });
});

describe('under an answer', () => {
  test('next quotes follow those shown, until there are no more', async () => {
    let message = await answered();
    const seen: string[] = [];
    for (;;) {
      seen.push(...(textOf(message).match(/^> .*$/gm) ?? []));
      expect(textOf(message)).toContain('Alleen gezocht in: oktober 2021');
      if (buttonsOf(message).every(({ label }) => label !== nl.button.next)) break;
      message = await pressed(message, nl.button.next);
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('after the last of them the next are none, and that is said', async () => {
    const { people, waitFor } = stage.discord;
    const press = people.press(await answered(), 'v=1&a=next&s=900', { ...bram(), unchecked: true });
    expect(textOf(await waitFor.answer(press))).toContain(nl.answer.noMore);
  });

  test('what was read as a filter can be taken off, and stays off', async () => {
    const answer = await answered();
    expect(textOf(answer)).toContain('-# Alleen gezocht in: oktober 2021');
    const unfiltered = await pressed(answer, nl.button.unfiltered);
    expect(textOf(unfiltered)).not.toContain('Alleen gezocht in');
    expect(buttonsOf(unfiltered).map(({ label }) => label)).not.toContain(nl.button.unfiltered);
    const next = await pressed(unfiltered, nl.button.next);
    expect(textOf(next)).not.toContain('Alleen gezocht in');
    expect(textOf(next).split('\n')[0]).toBe(textOf(answer).split('\n')[0]);
  });

  test('what the asker chose stays when the rest is taken off', async () => {
    const letter = stage.library.letters.find(({ letterDate }) => letterDate === '2021-11-04')?.id ?? '';
    const unfiltered = await pressed(await answered({ letter }), nl.button.unfiltered);
    expect(textOf(unfiltered)).toContain('-# Alleen gezocht in: Verslag NAVO-ministers van Defensie, 21 en 22 oktober');
    expect(textOf(unfiltered)).not.toContain('· oktober 2021');
  });

  test('right and wrong are kept with the quotes shown, without the question and who asked it', async () => {
    const answer = await answered();
    expect(textOf(await pressed(answer, nl.button.right))).toBe(nl.feedback.right);
    expect(textOf(await pressed(answer, nl.button.wrong))).toBe(nl.feedback.wrong);
    const { feedback } = await feedbackIn(stage.config.DATA_DIR).read();
    expect(feedback.map(({ verdict }) => verdict)).toEqual(['right', 'wrong']);
    // The second takes the place of the first.
    expect(standing(feedback).map(({ verdict }) => verdict)).toEqual(['wrong']);
    expect(feedback[0]).toMatchObject({ index: 'scripted-1' });
    expect(feedback[0]).not.toHaveProperty('question');
    expect(feedback[0]?.quotes).toHaveLength(3);
    for (const { id, file, start, end } of feedback[0]?.quotes ?? [])
      expect(stage.library.quote(id)).toMatchObject({ file, start, end });
    expect(feedback[0]).not.toHaveProperty('user');
  });

  test('a wrong answer gets a reason, which keeps to its verdict', async () => {
    const { people, waitFor } = stage.discord;
    const receipt = await pressed(await answered(), nl.button.wrong);
    const [menu] = firstQuoteOf(receipt);
    const kept = await waitFor.answer(people.select(receipt, menu, [quoteIds(receipt)[1] ?? ''], bram()));
    expect(textOf(kept)).toBe(nl.feedback.reasonKept);
    const { feedback } = await feedbackIn(stage.config.DATA_DIR).read();
    const last = standing(feedback).at(-1);
    expect(last).toMatchObject({ verdict: 'wrong', reason: 'other_time' });
    expect(last?.quotes).toHaveLength(3);
    const told = textOf(await waitFor.answer(people.slash('feedback', {}, { locale: 'nl' })));
    expect(told).toContain(nl.feedback.reasons.other_time);
  });

  test('a refusal can be judged too, and its headings open their section', async () => {
    const { people, waitFor } = stage.discord;
    const refusal = await waitFor.answer(
      people.slash('ask', { question: 'Hoeveel kost een brood bij de bondgenoten?' }, bram()),
    );
    expect(textOf(await pressed(refusal, nl.button.isThere))).toBe(nl.feedback.wrong);
    const section = await pressed(refusal, 'Afghanistan · november 2021');
    expect(textOf(section).split('\n')[0]).toBe('### § Afghanistan');
  });

  test('everybody may press them on a shared answer, and sees what comes of it alone', async () => {
    const { people, waitFor, world } = stage.discord;
    const shared = await waitFor.followUp(people.slash('ask', { question: QUESTION, share: true }, bram()));
    const next = await waitFor.answer(people.press(shared, customIdOf(shared, nl.button.next), { user: world.ada }));
    expect(isEphemeral(next)).toBe(true);
    expect(textOf(next)).toMatch(/^> /m);
  });
});

describe('what cannot be found any more', () => {
  test('a passage that the index no longer has, an id of another version, and a message without a question are kindly stale', async () => {
    const { people, waitFor } = stage.discord;
    const answer = await answered();
    const notice = await pressed(answer, nl.button.right);
    for (const [message, id, sentence] of [
      [answer, 'v=1&a=share&p=gonegonegone', nl.problem.stalePassage],
      [answer, 'v=1&a=context&p=gonegonegone', nl.problem.stalePassage],
      [answer, 'v=1&a=copy&p=gonegonegone', nl.problem.stalePassage],
      [answer, 'v=1&a=section&p=gonegonegone', nl.problem.stalePassage],
      [answer, 'v=0&a=share&p=gonegonegone', nl.problem.stale],
      [answer, 'v=1&a=unheard&p=gonegonegone', nl.problem.stale],
      [answer, 'v=1&a=next&s=-4', nl.problem.stale],
      [answer, 'something else', nl.problem.stale],
      [notice, 'v=1&a=next&s=3', nl.problem.stale],
      [notice, 'v=1&a=unfiltered', nl.problem.stale],
      [notice, 'v=1&a=right&q=', nl.problem.stale],
    ] as const) {
      const said = await waitFor.answer(people.press(message, id, { ...bram(), unchecked: true }));
      expect([id, textOf(said), isEphemeral(said)]).toEqual([id, sentence, true]);
    }
  });

  test('highlights of another text than the passage now has are left out', async () => {
    const { people, waitFor } = stage.discord;
    const answer = await opened(await answered());
    const id = customIdOf(answer, nl.button.share).replace(/&m=.*/, '&m=5-9999');
    const shared = await waitFor.followUp(people.press(answer, `${id}&x=1`, { ...bram(), unchecked: true }));
    expect(firstQuote(shared)).toBe(firstQuote(answer).replaceAll('**', ''));
  });
});

test('who gave feedback, and the question as it was asked, are kept only where it is configured', async () => {
  const other = await openStage({
    env: { FEEDBACK_USER_IDS: '1', LOG_QUESTIONS: '1' },
    library: () => scriptedLibrary(),
  });
  try {
    const { people, waitFor, world } = other.discord;
    const answer = await waitFor.answer(people.slash('ask', { question: QUESTION }, { user: world.bram }));
    await waitFor.answer(people.press(answer, customIdOf(answer, nl.button.right), { user: world.bram }));
    const { feedback } = await feedbackIn(other.config.DATA_DIR).read();
    expect(feedback).toMatchObject([{ user: world.bram.id, question: QUESTION }]);
    const help = await waitFor.answer(people.slash('help', {}, { user: world.bram }));
    expect(textOf(help)).toContain('met je Discord-id');
  } finally {
    await closeStage(other);
  }
});
