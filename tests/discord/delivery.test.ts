import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/local-discord/faults.ts';
import { customIdOf, type Interaction, isEphemeral, type Message, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';

const stage = useStage();
const en = texts('en');
const QUESTION = 'Wat schrijft de minister over Afghanistan en terroristische organisaties?';
const EDIT = 'PATCH /messages/@original';
const FOLLOW_UP: Fault['on'] = ({ method, path }) => method === 'POST' && path.startsWith('/webhooks/');

/** Log lines of a level since the last test. */
let read = 0;
const lines = (level: number) =>
  stage.logged.slice(read).filter((line) => line.includes(`"level":${level}`) && !line.includes('"answered"'));

afterEach(() => {
  read = stage.logged.length;
});

/** Empties the log of the errors that a test looked at; whatever else fails is found by the stage. */
function expectErrors(count: number, words = ''): void {
  const errors = lines(50);
  expect(errors).toHaveLength(count);
  for (const error of errors) {
    expect(error).toContain(words);
    stage.logged.splice(stage.logged.indexOf(error), 1);
  }
}

/** The bot's messages in the channel that hold a quote, as everybody sees them. */
function quotesInChannel(): Message[] {
  const { board, world } = stage.discord;
  return board.seenBy(null, world.general.id).filter((it) => it.author.id === world.bot.id && /^> /m.test(textOf(it)));
}

describe('when Discord did what it was asked but its answer was lost', () => {
  test('a shared answer is posted once', async () => {
    const { people, waitFor, faults } = stage.discord;
    faults.lose(FOLLOW_UP);
    const before = quotesInChannel().length;
    const retries = stage.bot.stats.of('retries');
    const interaction = people.slash('ask', { question: QUESTION, share: true });
    await waitFor.followUp(interaction);
    await expect.poll(() => stage.bot.stats.of('retries')).toBe(retries + 1);
    await expect.poll(() => stage.logged.slice(read).some((line) => line.includes('answered'))).toBe(true);
    expect(quotesInChannel()).toHaveLength(before + 1);
    expect(stage.discord.requestsFor(interaction).filter((request) => request.method === 'POST')).toHaveLength(2);
  });

  test('where the bot may not look, it does not post again but says that it does not know', async () => {
    const { people, waitFor, faults, world, board } = stage.discord;
    faults.lose(FOLLOW_UP);
    const as = { user: world.chris, channel: world.elsewhere };
    const interaction = people.slash('ask', { question: QUESTION, share: true }, as);
    await waitFor.followUp(interaction);
    const told = () => textOf(board.get(interaction.originalId ?? '')!.message);
    await expect.poll(told).toBe(texts('nl').problem.maybePosted);
    expect(interaction.followUpIds).toHaveLength(1);
    expectErrors(1, 'may not look');
  });

  test('a failure behind a public "thinking" is still told, once and privately', async () => {
    const { people, waitFor, faults, board } = stage.discord;
    const passage = stage.library.suggestPassages(null, 'Afghanistan', 1)[0]?.passageId ?? '';
    const letter = stage.library.quote(passage)?.letter.id ?? '';
    const { quote } = stage.library;
    let asked = 0;
    Object.assign(stage.library, {
      quote: (id: string) => {
        if (++asked > 1) throw new Error('a fault');
        return quote(id);
      },
    });
    faults.lose('DELETE /messages/@original');
    faults.lose(FOLLOW_UP);
    const interaction = people.slash('quote', { letter, passage });
    const told = await waitFor.answer(interaction);
    Object.assign(stage.library, { quote });
    expect([isEphemeral(told), textOf(told)]).toEqual([true, expect.stringMatching(/^Something went wrong/)]);
    expect(board.get(interaction.originalId)).toBeNull();
    await expect.poll(() => lines(40).join('\n')).toContain('may not have been told');
    expect(interaction.followUpIds).toHaveLength(1);
    expectErrors(1, 'a fault');
  });

  test('a refusal is given once', async () => {
    const { people, waitFor, faults, board, world } = stage.discord;
    const late = stage.bot.stats.of('late');
    const seen = board.seenBy(world.ada.id, world.general.id).length;
    faults.lose('POST /callback');
    faults.distort((payload) => ({ ...payload, data: { id: '1', type: 1, options: [], name: 'gone' } }));
    const retries = stage.bot.stats.of('retries');
    expect(textOf(await waitFor.answer(people.slash('help', {})))).toBe(en.problem.unknownCommand);
    await expect.poll(() => stage.bot.stats.of('retries')).toBe(retries + 1);
    await waitFor.answer(people.slash('help', {}));
    expect(board.seenBy(world.ada.id, world.general.id)).toHaveLength(seen + 2);
    expect(stage.bot.stats.of('late')).toBe(late);
  });
});

describe('when Discord refuses an answer', () => {
  test('the person is told, instead of "thinking" for ever', async () => {
    const { people, waitFor, faults } = stage.discord;
    faults.refuse(EDIT);
    expect(textOf(await waitFor.answer(people.slash('ask', { question: QUESTION })))).toMatch(/^Something went wrong/);
    expectErrors(1, 'Invalid Form Body');
  });

  test('with a picture, it is sent without', async () => {
    const { people, waitFor, faults } = stage.discord;
    faults.refuse(EDIT, { status: 413, code: 40005, message: 'Request entity too large' });
    const shown = await waitFor.answer(people.slash('timeline', { subject: 'Strategisch Concept' }));
    expect(textOf(shown)).toMatch(/^> /m);
    expect(shown.attachments).toEqual([]);
    expect(lines(40).join('\n')).toContain('sent without');
  });

  test('to a mention, the one who asked is told', async () => {
    const { people, waitFor, faults, world } = stage.discord;
    faults.refuse('POST /messages');
    const said = await waitFor.reply(people.write(`<@${world.bot.id}> ${QUESTION}`));
    expect(textOf(said)).toMatch(/^(Something went wrong|Er ging bij mij iets mis)/);
    expectErrors(1, 'Invalid Form Body');
  });
});

describe('who is gone is let go quietly', () => {
  test.each([
    ['the message that asked was deleted', 'POST /messages', unknownReference()],
    ['the answer is not there any more, says a proxy', EDIT, { status: 404, code: 0, message: '404: Not Found' }],
  ])('%s', async (_, on, refusal) => {
    const { people, faults, world } = stage.discord;
    const errors = stage.bot.stats.of('errors');
    faults.refuse(on, refusal);
    if (on === EDIT) people.slash('ask', { question: QUESTION });
    else people.write(`<@${world.bot.id}> ${QUESTION}`);
    await expect.poll(() => lines(20).join('\n')).toMatch(/no longer waits|is gone/);
    expect(stage.bot.stats.of('errors')).toBe(errors);
  });

  test('a channel that a proxy closes to the bot is a matter of permission', async () => {
    const { people, faults, world } = stage.discord;
    faults.refuse('POST /messages', { status: 403, code: 0, message: '403: Forbidden' });
    people.write(`<@${world.bot.id}> ${QUESTION}`);
    await expect.poll(() => lines(40).join('\n')).toContain('may not reply there');
  });

  test('but an answer that is unknown right after it was begun is an error', async () => {
    const { people, faults } = stage.discord;
    const errors = stage.bot.stats.of('errors');
    faults.refuse(EDIT, { status: 404, code: 10015, message: 'Unknown Webhook' });
    people.slash('ask', { question: QUESTION });
    await expect.poll(() => stage.bot.stats.of('errors')).toBe(errors + 1);
    await expect.poll(() => lines(50).length).toBe(1);
    expectErrors(1, 'Unknown Webhook');
  });
});

describe('what one press may use up is there for the next', () => {
  const OTHER = 'Wat schrijft de minister over Noord-Korea?';
  const UNKNOWN = { status: 404, code: 10062, message: 'Unknown interaction' };

  /** Presses "share" under a quote, as often as it is called; `more`: what its custom id also says. */
  async function sharing(more: string): Promise<() => Interaction> {
    const { people, waitFor } = stage.discord;
    const answer = await waitFor.answer(people.slash('ask', { question: OTHER, quotes: 1 }));
    const id = customIdOf(answer, en.button.share) + more;
    return () => people.press(answer, id, { unchecked: true });
  }

  test('where it is made after the acknowledgement failed', async () => {
    const { faults, waitFor } = stage.discord;
    const press = await sharing('');
    const late = stage.bot.stats.of('late');
    faults.refuse('POST /callback', UNKNOWN);
    faults.slow('GET /messages', 100);
    press();
    await expect.poll(() => stage.bot.stats.of('late')).toBe(late + 1);
    const said = async () => textOf(await waitFor.answer(press()));
    await expect.poll(said, { timeout: 5000 }).toBe(en.answer.sharedReceipt);
  });

  test.each([
    ['acknowledged', 'POST /callback', UNKNOWN],
    ['shown', EDIT, { status: 404, code: 10008, message: 'Unknown Message' }],
  ])('where it could not be %s', async (_, on, refusal) => {
    const { faults, waitFor } = stage.discord;
    const press = await sharing('&x=1');
    const late = stage.bot.stats.of('late');
    faults.refuse(on, refusal);
    press();
    await expect.poll(() => stage.bot.stats.of('late')).toBe(late + 1);
    expect(textOf(await waitFor.followUp(press()))).toMatch(/^> /m);
  });

  test('where Discord refuses its message', async () => {
    const { faults, waitFor } = stage.discord;
    const press = await sharing('&x=1');
    faults.refuse(EDIT);
    expect(textOf(await waitFor.answer(press()))).toMatch(/^Something went wrong/);
    expectErrors(1, 'Invalid Form Body');
    expect(textOf(await waitFor.followUp(press()))).toMatch(/^> /m);
  });

  test('where a tray can not be made into a message', async () => {
    const { people, waitFor } = stage.discord;
    const answer = await waitFor.answer(people.slash('ask', { question: OTHER, quotes: 1 }));
    await waitFor.answer(people.press(answer, customIdOf(answer, en.button.keep)));
    const tray = await waitFor.answer(people.slash('tray', {}));
    const press = () => people.press(tray, customIdOf(tray, en.tray.post));
    const { quote } = stage.library;
    Object.assign(stage.library, { quote: (id: string) => ({ ...quote(id), text: null }) });
    try {
      expect(textOf(await waitFor.answer(press()))).toMatch(/^Something went wrong/);
    } finally {
      Object.assign(stage.library, { quote });
    }
    expectErrors(1);
    expect(textOf(await waitFor.followUp(press()))).toMatch(/^> /m);
  });
});

function unknownReference() {
  const problem = { code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' };
  return { errors: { message_reference: { _errors: [problem] } } };
}
