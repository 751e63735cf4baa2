import { describe, expect, test } from 'vitest';
import { buttonsOf, customIdOf, isEphemeral, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { closeStage, openStage, useStage } from '../support/bot-stage.ts';

const stage = useStage();
const nl = texts('nl');
const en = texts('en');
const QUESTION = 'Wat schrijft de minister over Afghanistan en terroristische organisaties?';

const mention = () => `<@${stage.discord.world.bot.id}>`;

/** Gives the bot time to do what it must not do. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('a mention', () => {
  test('is answered in the open, as a reply, in the question’s language', async () => {
    const { people, waitFor, world } = stage.discord;
    const asked = people.write(`${mention()} ${QUESTION}`, { user: world.bram });
    const reply = await waitFor.reply(asked);
    expect(isEphemeral(reply)).toBe(false);
    expect(textOf(reply).split('\n')[0]).toBe(`### ${QUESTION}`);
    expect(reply.mentions).toEqual([]);
    expect(buttonsOf(reply).map(({ label }) => label)).toContain(nl.button.next);
    const english = await waitFor.reply(
      people.write(`What about Afghanistan and terroristische organisaties? ${mention()}`),
    );
    expect(buttonsOf(english).map(({ label }) => label)).toContain(en.button.next);
  });

  test('its buttons work', async () => {
    const { people, waitFor, world } = stage.discord;
    const reply = await waitFor.reply(people.write(`${mention()} ${QUESTION}`, { user: world.bram }));
    const next = await waitFor.answer(people.press(reply, customIdOf(reply, nl.button.next), { user: world.bram }));
    expect(isEphemeral(next)).toBe(true);
    expect(textOf(next)).toMatch(/^> /m);
  });

  test('in the language that the server fixed', async () => {
    const { people, waitFor } = stage.discord;
    await waitFor.answer(people.slash('settings language', { language: 'en' }));
    const reply = await waitFor.reply(people.write(`${mention()} ${QUESTION}`));
    expect(buttonsOf(reply).map(({ label }) => label)).toContain(en.button.next);
    await waitFor.answer(people.slash('settings language', { language: 'reader' }));
  });

  test('without an answer says so', async () => {
    const { people, waitFor } = stage.discord;
    const reply = await waitFor.reply(people.write(`${mention()} Hoeveel kost een brood bij de bondgenoten?`));
    expect(textOf(reply)).toContain('dus ik citeer niets');
  });

  test('without a question, or with one that is too long, is told so', async () => {
    const { people, waitFor } = stage.discord;
    expect(textOf(await waitFor.reply(people.write(mention())))).toBe(nl.problem.unreadableMention);
    expect(textOf(await waitFor.reply(people.write(`${mention()} 🐋`)))).toBe(nl.problem.emptyQuestion);
    const long = await waitFor.reply(people.write(`${mention()} ${'x'.repeat(600)}`));
    expect(textOf(long)).toBe(nl.problem.longQuestion(600, 500));
  });

  test('everyone, a role, another person, another bot or nobody: left alone', async () => {
    const { people, happenings, world } = stage.discord;
    const before = happenings.mark();
    people.write(`@everyone ${QUESTION}`);
    people.write(`<@${world.bram.id}> ${QUESTION}`);
    people.write(QUESTION);
    await aWhile();
    const written = happenings.since(before).filter((it) => it.kind === 'messageCreated');
    expect(written).toHaveLength(3);
  });
});

describe('a reply', () => {
  test.each(['klopt dit?', 'bron?', 'Is dit waar?', '', 'source please', 'wat staat hierover in de brieven?'])(
    'to somebody else that asks where that stands (%o) is shown the way; a question of its own is answered',
    async (words) => {
      const { people, waitFor, world } = stage.discord;
      const said = people.write('Volgens mij wordt de missie verlengd.', { user: world.bram });
      const told = await waitFor.reply(people.write(`${mention()} ${words}`, { replyTo: said }));
      expect([nl.problem.othersMessage, en.problem.othersMessage]).toContain(textOf(told));
      const asked = await waitFor.reply(people.write(`${mention()} ${QUESTION}`, { replyTo: said }));
      expect(textOf(asked).split('\n')[0]).toBe(`### ${QUESTION}`);
    },
  );

  test('to an answer is understood with the question before it, and so is a reply to that', async () => {
    const { people, waitFor, world } = stage.discord;
    const first = await waitFor.reply(people.write(`${mention()} ${QUESTION}`, { user: world.bram }));
    const second = await waitFor.reply(people.write('en de evacuatieoperatie?', { user: world.bram, replyTo: first }));
    expect(textOf(second).split('\n').slice(0, 2)).toEqual(['### en de evacuatieoperatie?', `-# ↳ ${QUESTION}`]);
    expect(textOf(second)).toContain('Afghanistan');
    const third = await waitFor.reply(people.write('en in Kosovo?', { user: world.bram, replyTo: second }));
    expect(textOf(third).split('\n')[1]).toBe(`-# ↳ ${QUESTION} / en de evacuatieoperatie?`);
    const next = await waitFor.answer(people.press(third, customIdOf(third, nl.button.next), { user: world.bram }));
    expect(textOf(next).split('\n')[1]).toBe(`-# ↳ ${QUESTION} / en de evacuatieoperatie?`);
  });

  test('that does not ping the bot cannot be read and is left alone', async () => {
    const { people, waitFor, happenings } = stage.discord;
    const first = await waitFor.reply(people.write(`${mention()} ${QUESTION}`));
    const before = happenings.mark();
    people.write('en in 2022?', { replyTo: first, ping: false });
    await aWhile();
    expect(happenings.since(before).filter((it) => it.kind === 'messageCreated')).toHaveLength(1);
  });

  test('to somebody else’s message that mentions the bot asks what it says', async () => {
    const { people, waitFor, world } = stage.discord;
    const other = people.write('Ik vind van wel', { user: world.chris });
    const reply = await waitFor.reply(people.write(`${mention()} ${QUESTION}`, { replyTo: other }));
    expect(textOf(reply)).not.toContain('↳');
    expect(textOf(reply)).toContain(`### ${QUESTION}`);
  });

  test('to a shared answer works as well', async () => {
    const { people, waitFor } = stage.discord;
    const shared = await waitFor.followUp(people.slash('ask', { question: QUESTION, share: true }));
    const reply = await waitFor.reply(people.write('en de evacuatieoperatie?', { replyTo: shared }));
    expect(textOf(reply)).toContain(`-# ↳ ${QUESTION}`);
  });
});

describe('elsewhere', () => {
  test('a direct message needs no mention, and a reply in it no ping', async () => {
    const { people, waitFor, world } = stage.discord;
    const channel = world.dm(world.bram);
    const first = await waitFor.reply(people.write(QUESTION, { user: world.bram, channel }));
    expect(textOf(first)).toMatch(/^> /m);
    const second = await waitFor.reply(
      people.write('en de evacuatieoperatie?', { user: world.bram, channel, replyTo: first, ping: false }),
    );
    expect(textOf(second)).toContain('↳');
  });

  test('commands work in direct messages, in private groups and in servers without the bot', async () => {
    const { people, waitFor, world } = stage.discord;
    for (const channel of [world.dm(world.chris), world.group, world.elsewhere]) {
      const answer = await waitFor.answer(people.slash('ask', { question: QUESTION }, { user: world.chris, channel }));
      expect(textOf(answer)).toMatch(/^> /m);
      const next = await waitFor.answer(
        people.press(answer, customIdOf(answer, /^(More|Meer)$/), { user: world.chris }),
      );
      expect(textOf(next)).toMatch(/^> /m);
    }
  });
});

describe('the log', () => {
  test('holds no question unless told to', async () => {
    const { people, waitFor } = stage.discord;
    await waitFor.answer(people.slash('ask', { question: QUESTION }));
    await waitFor.reply(people.write(`${mention()} ${QUESTION}`));
    expect(stage.logged.join('')).not.toContain('terroristische');
    const other = await openStage({ env: { LOG_QUESTIONS: '1' } });
    try {
      await other.discord.waitFor.answer(other.discord.people.slash('ask', { question: QUESTION }));
      await aWhile();
      expect(other.logged.join('')).toContain('terroristische');
      expect(other.logged.join('')).not.toContain(other.discord.settings.token);
    } finally {
      await closeStage(other);
    }
  });
});
