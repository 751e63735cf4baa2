import { describe, expect, test } from 'vitest';
import { buttonsOf, isEphemeral, type Message, textOf } from '../../src/local-discord/index.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';
import { quoteIds } from '../support/open-quote.ts';

const stage = useStage();
const QUESTION = 'Wat schrijft de minister over Afghanistan en terroristische organisaties?';
const nl = texts('nl');
const en = texts('en');

const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);

/** The answer to /ask as Bram (Dutch) gets it. */
async function asked(values: Parameters<typeof stage.discord.people.slash>[1], as = {}): Promise<Message> {
  const { people, waitFor, world } = stage.discord;
  return waitFor.answer(people.slash('ask', values, { user: world.bram, ...as }));
}

describe('/ask', () => {
  test.each([
    ['nl', nl],
    ['en-US', en],
    ['de', en],
  ] as const)(
    'answers privately in the reader’s language (%s): quotes with a highlight, citations, buttons',
    async (locale, t) => {
      const { people, waitFor } = stage.discord;
      const answer = await waitFor.answer(people.slash('ask', { question: QUESTION }, { locale }));
      expect(isEphemeral(answer)).toBe(true);
      const shown = textOf(answer);
      expect(shown.split('\n')[0]).toBe(`### ${QUESTION}`);
      expect(shown.match(/^> .*\*\*.+\*\*/gm)).toHaveLength(3);
      expect(shown).toContain('-# Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021');
      expect(shown).toContain('§ Afghanistan');
      const { keep, next, right, wrong } = t.button;
      expect(labels(answer)).toEqual([keep, keep, keep, next, right, wrong]);
      expect(quoteIds(answer)).toHaveLength(3);
      expect(shown.match(/^-# \\\[\d\\\] § /gm)).toHaveLength(3);
    },
  );

  test('every quote stands word for word in its letter', async () => {
    const answer = await asked({ question: QUESTION });
    const quoted = textOf(answer).match(/^> .*$/gm) ?? [];
    const ids = quoteIds(answer).map((id) => /a=open&p=(\w+)/.exec(id)?.[1] ?? '');
    expect(quoted).toHaveLength(3);
    for (const [index, shown] of quoted.entries()) {
      const words = shown.slice(2).replaceAll('**', '').replace(/\\(.)/g, '$1');
      for (const kept of words.split('[…]').map((part) => part.trim()))
        expect(stage.library.quote(ids[index] ?? '')?.text).toContain(kept);
    }
  });

  test('is deferred first, privately, then edited', async () => {
    const { people, waitFor, requests } = stage.discord;
    const from = requests.length;
    await waitFor.answer(people.slash('ask', { question: QUESTION }));
    const [defer, edit, ...more] = requests.slice(from);
    expect(defer).toMatchObject({ method: 'POST', body: { type: 5, data: { flags: 64 } } });
    expect(edit).toMatchObject({ method: 'PATCH', body: { flags: 32768, allowed_mentions: { parse: [] } } });
    expect(more).toEqual([]);
  });

  test('shared, everybody sees it, without a button to share it again', async () => {
    const { people, waitFor } = stage.discord;
    const interaction = people.slash('ask', { question: QUESTION, share: true });
    const shared = await waitFor.followUp(interaction);
    expect(isEphemeral(shared)).toBe(false);
    expect(labels(shared)).not.toContain(en.button.share);
    expect(textOf(stage.discord.board.get(interaction.originalId ?? '')!.message)).toBe(en.answer.sharedReceipt);
  });

  test('with a mention it is shared and pings that person only', async () => {
    const { people, waitFor, world, requests } = stage.discord;
    const interaction = people.slash('ask', {
      question: `${QUESTION} @everyone <@${world.chris.id}>`,
      mention: world.bram,
    });
    const shared = await waitFor.followUp(interaction);
    expect(textOf(shared).split('\n')[0]).toBe(`-# <@${world.ada.id}> shares this with <@${world.bram.id}>`);
    expect(requests.at(-1)?.body).toMatchObject({ allowed_mentions: { parse: [], users: [world.bram.id] } });
    expect(shared.mentions.map(({ id }) => id)).toEqual([world.bram.id]);
    expect(shared.mention_everyone).toBe(false);
  });

  test('a list of letters is shared as well, counts as answered, and pings who is mentioned', async () => {
    const { people, waitFor, world, board } = stage.discord;
    for (const [how, reader] of [
      [{ share: true }, null],
      [{ mention: world.bram }, world.bram],
    ] as const) {
      const from = stage.logged.length;
      const interaction = people.slash('ask', { question: 'Welke brieven heb je?', ...how });
      const shared = await waitFor.followUp(interaction);
      const note = en.answer.shared(`<@${world.ada.id}>`, reader && `<@${reader.id}>`);
      expect(textOf(shared).split('\n')[0]).toBe(`-# ${note}`);
      expect(shared.mentions.map(({ id }) => id)).toEqual(reader ? [reader.id] : []);
      expect(textOf(board.get(interaction.originalId ?? '')!.message)).toBe(en.answer.sharedReceipt);
      await expect.poll(() => stage.logged.slice(from).join('\n')).toContain('"answered":true');
    }
  });

  test('what was chosen narrows the search and is said', async () => {
    const letter = stage.library.letters.find(({ letterDate }) => letterDate === '2022-02-01');
    const answer = await asked({
      question: 'Wat zegt de brief over afschrikking en verdediging?',
      letter: letter?.id ?? '',
    });
    expect(textOf(answer)).toContain(`-# Alleen gezocht in: ${letter?.title}`);
    const [named, ...others] = textOf(answer).match(/^-# .*brief van.*$/gm) ?? [];
    expect(named).toContain('1 februari 2022');
    expect(others).toEqual([]);
    const meeting = await asked({ question: 'afschrikking', meeting: letter?.meeting?.id ?? '' });
    expect(textOf(meeting)).toContain('-# Alleen gezocht in: NAVO-ministers van Defensie, 16 en 17 februari 2022');
    const period = await asked({ question: 'afschrikking', from: '2021', to: 'dec 2021' });
    expect(textOf(period)).toContain('-# Alleen gezocht in: 2021\n');
  });

  test('a letter may also be named in words that can only mean one', async () => {
    const answer = await asked({ question: 'afschrikking', letter: 'februari 2022' });
    expect(textOf(answer)).toContain(
      '-# Alleen gezocht in: Geannoteerde agenda NAVO-ministers van Defensie, 16 en 17 februari',
    );
  });
});

describe('/ask says no', () => {
  test('in one line, with what the letters cover and the nearest headings, and quotes nothing', async () => {
    const answer = await asked({ question: 'Hoeveel kost een brood bij de bondgenoten?' });
    expect(isEphemeral(answer)).toBe(true);
    expect(textOf(answer).split('\n').slice(1)).toEqual([
      'Dat vind ik niet terug in de brieven, dus ik citeer niets. Ik ken 5 brieven, van 9 november 2017 tot en met 1 februari 2022.',
      `-# ${nl.answer.nearest}`,
    ]);
    expect(labels(answer)).toContain('Afghanistan · november 2021');
    expect(labels(answer)).not.toContain(nl.button.share);
  });

  test('also when it was asked to share or to ping: only the asker sees it', async () => {
    const { people, waitFor, world, board } = stage.discord;
    const seen = board.seenBy(world.bram.id, world.general.id).length;
    const interaction = people.slash('ask', { question: 'Zeppelin boterham?', share: true, mention: world.bram });
    const answer = await waitFor.answer(interaction);
    expect(isEphemeral(answer)).toBe(true);
    expect(textOf(answer)).toContain(en.covers(stage.library.coverage));
    expect(board.seenBy(world.bram.id, world.general.id)).toHaveLength(seen);
  });

  test.each([
    [{ question: '   ' }, nl.problem.emptyQuestion],
    [{ question: '🐋🐋🐋' }, nl.problem.emptyQuestion],
    [{ question: '<@123456789012345678>' }, nl.problem.emptyQuestion],
    [{ question: `${'a'.repeat(499)} 😀` }, nl.problem.longQuestion(502, 500)],
    [{ question: 'x'.repeat(6000) }, nl.problem.longQuestion(6000, 500)],
    [{ question: 'x', from: 'gisteren' }, nl.problem.unknownDate('gisteren')],
    [{ question: 'x', to: '2021-13' }, nl.problem.unknownDate('2021-13')],
    [{ question: 'x', from: '2022', to: 'oktober 2021' }, nl.problem.reversedPeriod],
  ])('bad input %# is told in one sentence, privately', async (values, sentence) => {
    // Also what Discord's own client would not let through.
    const answer = await asked(values, { unchecked: true });
    const [said, typed] = textOf(answer).split(`\n-# ${nl.problem.typed}`);
    expect(said).toBe(sentence);
    // What was typed stands below it, to be copied and mended; a long text is a file.
    const file = answer.attachments[0]?.url;
    const back = file ? await (await fetch(file)).text() : typed?.replaceAll('```', '').trim();
    expect(back ?? '').toBe(values.question.trim());
    expect(isEphemeral(answer)).toBe(true);
  });
});

describe('/ask asks which is meant', () => {
  const { letter, meeting, oneOf } = overviews('nl').choose;
  test.each([
    [{ letter: 'zeppelin [x](y)' }, `${letter.none('zeppelin \\[x\\](y)')} ${oneOf}`, '- Verslag NAVO-ministers'],
    [{ letter: 'Defensie' }, `${letter.several('Defensie')} ${oneOf}`, '- Verslag NAVO-ministers'],
    [{ letter: 'oktober 1999' }, `${letter.notOf('oktober 1999')} ${oneOf}`, '- Verslag NAVO-ministers'],
    [{ meeting: 'zeppelin' }, `${meeting.none('zeppelin')} ${oneOf}`, '- NAVO-ministers'],
    [{ meeting: 'oktober' }, `${meeting.several('oktober')} ${oneOf}`, '- NAVO-ministers'],
    [{ meeting: '3 mei 2030' }, `${meeting.notOf('3 mei 2030')} ${oneOf}`, '- NAVO-ministers'],
  ])('%o', async (values, sentence, candidate) => {
    const answer = await asked({ question: 'afschrikking', ...values });
    expect(textOf(answer).split('\n')[0]).toBe(sentence);
    expect(textOf(answer)).toContain(`\n${candidate}`);
    expect(isEphemeral(answer)).toBe(true);
  });
});

describe('/ask completes', () => {
  test.each([
    ['letter', 'okt 21', '4 november 2021 · Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021'],
    [
      'letter',
      'februarri 2022',
      '1 februari 2022 · Geannoteerde agenda NAVO-ministers van Defensie, 16 en 17 februari 2022',
    ],
    ['meeting', 'nov 2017', '8 en 9 november 2017 · NAVO-ministers van Defensie'],
  ])('%s: %s', async (option, typed, name) => {
    const { people, waitFor, world } = stage.discord;
    const choices = await waitFor.choices(people.type('ask', option, typed, { question: 'x' }, { user: world.bram }));
    expect(choices[0]?.name).toBe(name);
  });

  test('all letters while nothing is typed, nothing for nonsense', async () => {
    const { people, waitFor } = stage.discord;
    expect(await waitFor.choices(people.type('ask', 'letter', '', { question: 'x' }))).toHaveLength(5);
    expect(await waitFor.choices(people.type('ask', 'letter', '🐋 qqqq', { question: 'x' }))).toEqual([]);
  });
});
