import { describe, expect, test } from 'vitest';
import { ChangeProblem } from '../../src/discord/intake/port.ts';
import { buttonsOf, customIdOf, type Interaction, type Message, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { closeStage, openStage, useStage } from '../support/bot-stage.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const stage = useStage();
const { intake: en } = texts('en');

const LETTER = `36 045 Situatie in de havens

Nr. 12 BRIEF VAN DE MINISTER VAN HAVENZAKEN

Den Haag, 3 maart 2025

Kades
De haven is lang en de kade is hoog, want de zeppelin landt er op dinsdag.

De minister van Havenzaken
A.B. de Kade
`;

function sent(name: string, content: string | Uint8Array): Interaction {
  const { people } = stage.discord;
  return people.slash('add', { file: people.upload({ name, bytes: Buffer.from(content) }) });
}

const shown = (interaction: Interaction) => stage.discord.waitFor.answer(interaction);
const press = (message: Message, label: string) => stage.discord.people.press(message, customIdOf(message, label));

/** The message as it is when its press has been answered for good. */
async function afterPress(message: Message, label: string, says: RegExp | string): Promise<string> {
  const { board } = stage.discord;
  press(message, label);
  const now = () => textOf(board.get(message.id)?.message ?? message);
  await expect.poll(now).toMatch(says);
  return now();
}

describe('/add', () => {
  test('shows what a file would be taken in as, and takes it in when told to', async () => {
    const preview = await shown(sent('kade.txt', LETTER));
    const text = textOf(preview);
    expect(text).toContain(en.preview.nothingYet);
    expect(text).toContain('3 March 2025');
    expect(text).toContain('Kamerstuk 36 045, nr. 12');
    expect(text).toContain('A.B. de Kade');
    expect(text).toContain('- Kades');
    expect(stage.intake.done).toEqual([]);
    const before = stage.library;
    stage.intake.next = await scriptedLibrary({ 'kade.txt': LETTER }, 'scripted-2');
    expect(await afterPress(preview, en.button.takeIn, /searchable now/)).toMatch(
      /taken in: \d+ passages, searchable now\.$/,
    );
    expect(stage.intake.done).toEqual(['add kade.txt']);
    const asked = stage.discord.people.slash('ask', { question: 'Wanneer landt de zeppelin op de kade?' });
    expect(textOf(await shown(asked))).toContain('zeppelin landt');
    stage.source.next = before;
    await stage.source.reload();
  });

  test('many letters of one file are taken in, and as many named as there is room for', async () => {
    const bytes = Buffer.from(LETTER);
    const { letters } = await stage.intake.read({ name: 'kade.txt', bytes });
    const name = (i: number) => `${i} ${'haven '.repeat(40)}.txt`;
    const many = Array.from({ length: 30 }, (_, i) => letters.map((letter) => ({ ...letter, name: name(i) }))).flat();
    stage.intake.found = { letters: many, unread: [] };
    const preview = await shown(sent('kade.txt', LETTER));
    stage.intake.found = null;
    expect(await afterPress(preview, en.button.takeIn, /searchable now/)).toContain(`\n${en.preview.more(22)}`);
  });

  test('a press that could not be acknowledged uses nothing up: the next one takes it in', async () => {
    const preview = await shown(sent('kade.txt', LETTER));
    const late = stage.bot.stats.of('late');
    stage.discord.faults.refuse('POST /callback', { status: 404, code: 10062, message: 'Unknown interaction' });
    press(preview, en.button.takeIn);
    await expect.poll(() => stage.bot.stats.of('late')).toBe(late + 1);
    expect(await afterPress(preview, en.button.takeIn, /searchable now/)).toContain('taken in');
  });

  test('nothing is taken in by "cancel", nor by pressing once more', async () => {
    const done = stage.intake.done.length;
    const preview = await shown(sent('kade.txt', LETTER));
    const takeIn = customIdOf(preview, en.button.takeIn);
    expect(await afterPress(preview, en.button.cancel, en.unchanged)).toBe(en.unchanged);
    const { people, waitFor, board } = stage.discord;
    await waitFor.acknowledgement(people.press(preview, takeIn, { unchecked: true }));
    await expect.poll(() => textOf(board.get(preview.id)?.message ?? preview)).toBe(en.forgotten);
    expect(stage.intake.done).toHaveLength(done);
  });

  test('a copy of a letter that is there is said to be one, and replaces it only when told to', async () => {
    stage.intake.found = { twin: { file: 'oud.txt', title: 'De *oude* haven', by: 'number' } };
    const preview = await shown(sent('kade.txt', LETTER));
    expect(textOf(preview)).toContain('a letter with this number: De \\*oude\\* haven.');
    expect(buttonsOf(preview).map(({ label }) => label)).toEqual([en.button.replace, en.button.cancel]);
    await afterPress(preview, en.button.replace, /is replaced/);
    expect(stage.intake.done.at(-1)).toBe('replace kade.txt');
    stage.intake.found = null;
  });

  test('what could not be found in a letter, and pages without text, are named', async () => {
    stage.intake.found = { pages: 9, emptyPages: [2, 3, 4, 7] };
    const text = textOf(await shown(sent('kaal.txt', 'Geachte voorzitter,\n\nDe haven is lang en breed.\n')));
    expect(text).toContain('Not found in the letter: date of the letter, dossiers, number and signatories.');
    expect(text).toContain('no text on pages 2-4 and 7;');
    stage.intake.found = null;
  });

  test.each([
    ['leeg.pdf', '', en.unread.empty],
    ['brief.pdf', 'geen pdf', en.unread.wrong_name],
    ['plaatje.png', '\u0089PNG', en.unread.other_kind],
    ['brief.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><officiele-publicatie/>', en.unread.entities],
  ])('%s: one sentence', async (name, content, says) => {
    const answer = await shown(sent(name, Buffer.from(content, 'latin1')));
    expect(textOf(answer)).toBe(`**${name}** ${says}`);
    expect(buttonsOf(answer)).toEqual([]);
  });

  test('a file that is too large is not fetched', async () => {
    const big = sent('groot.pdf', Buffer.alloc(10 * 1024 * 1024 + 1));
    expect(textOf(await shown(big))).toBe(`**groot.pdf** ${en.attachment.too_large(10)}`);
  });

  test('what can not be done is told with its reason, and the letter can be sent again', async () => {
    const preview = await shown(sent('kade.txt', LETTER));
    stage.intake.failure = new ChangeProblem('/srv/letters: the disk is full.', 'not_written');
    const text = await afterPress(preview, en.button.takeIn, en.failed);
    expect(text).toBe(`${en.failed}\n-# ${en.why.not_written}`);
    expect(stage.logged.some((line) => line.includes('/srv/letters: the disk is full.'))).toBe(true);
  });

  describe('with a number', () => {
    const named = (number: string) => stage.discord.people.slash('add', { number });

    test('shows the paper that the services have, and takes it in when told to', async () => {
      stage.intake.paper = { text: LETTER };
      const preview = await shown(named('36 046, nr. 12'));
      expect(textOf(preview)).toContain('-# kst-36046-12');
      expect(textOf(preview)).toContain('- Kades');
      expect(await afterPress(preview, en.button.takeIn, /searchable now/)).toContain('taken in');
    });

    test.each([
      ['28676', en.paper.malformed],
      ['nr. 12 *', en.paper.malformed],
      ['28676-348', /^I already have Kamerstuk 28 676, nr\. 348: \*\*/],
    ])('%s: one sentence, and nobody is asked', async (number, says) => {
      stage.intake.paper = { why: 'silent', kind: null, detail: '' };
      const answer = textOf(await shown(named(number)));
      if (typeof says === 'string') expect(answer).toBe(says);
      else expect(answer).toMatch(says);
    });

    test.each(['unknown', 'silent', 'not_had'] as const)('%s: one sentence, and the reason in the log', async (why) => {
      stage.intake.paper = { why, kind: null, detail: 'host answers with HTTP status 503' };
      const answer = await shown(named('36046-12'));
      expect(textOf(answer)).toBe(en.paper[why]('Kamerstuk 36 046, nr. 12'));
      expect(buttonsOf(answer)).toEqual([]);
      expect(stage.logged.at(-1)).toBeDefined();
      expect(stage.logged.some((line) => line.includes('HTTP status 503') && line.includes(why))).toBe(true);
    });

    test('what is no letter is called as parliament calls it, for a Dutch reader in Dutch', async () => {
      stage.intake.paper = { why: 'no_letter', kind: 'Motie *gewijzigd*', detail: '' };
      const asked = stage.discord.people.slash('add', { number: '36046-12' }, { locale: 'nl' });
      expect(textOf(await shown(asked))).toBe(
        texts('nl').intake.paper.no_letter('Kamerstuk 36 046, nr. 12', 'Motie \\*gewijzigd\\*'),
      );
    });

    test('a file and a number, or neither', async () => {
      const { people } = stage.discord;
      const file = people.upload({ name: 'kade.txt', bytes: Buffer.from(LETTER) });
      expect(textOf(await shown(people.slash('add', { file, number: '36046-12' })))).toBe(en.paper.both);
      expect(textOf(await shown(people.slash('add', {})))).toBe(en.paper.nothing);
    });
  });

  test('how far it is is shown meanwhile', async () => {
    const preview = await shown(sent('kade.txt', LETTER));
    let open = (): void => {};
    stage.intake.gate = new Promise((resolve) => {
      open = resolve;
    });
    await afterPress(preview, en.button.takeIn, en.progress.writing);
    open();
    stage.intake.gate = Promise.resolve();
    const { board } = stage.discord;
    await expect.poll(() => textOf(board.get(preview.id)?.message ?? preview)).toMatch(/searchable now/);
  });
});

test("managers of a server that shares the bot with others may not change everybody's letters", async () => {
  const stranger = await openStage({ env: { OWNER_IDS: '100000000000000009' } });
  const { discord, intake } = stranger;
  const { people, waitFor } = discord;
  const file = people.upload({ name: 'kade.txt', bytes: Buffer.from(LETTER) });
  expect(textOf(await waitFor.answer(people.slash('add', { file })))).toBe(en.otherServer);
  expect(textOf(await waitFor.answer(people.slash('remove', { letter: '2021' })))).toBe(en.otherServer);
  expect(intake.done).toEqual([]);
  await closeStage(stranger);
});
