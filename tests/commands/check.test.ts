import { describe, expect, test } from 'vitest';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { isEphemeral, type Person, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';

const stage = useStage();
const dutch = { locale: 'nl' } as const;
const RIGHT = 'De minister schrijft dat de operatie „is verlengd tot 28 februari 2022”.';
const WRONG = '"de operatie ten behoeve van de tijdelijke opvang in Albanië, Allied Solace"';

describe('/check', () => {
  test('tells privately what is verbatim, with its citation', async () => {
    const { people, waitFor } = stage.discord;
    const checked = await waitFor.answer(people.slash('check', { text: RIGHT }, dutch));
    expect(isEphemeral(checked)).toBe(true);
    expect(textOf(checked)).toContain('**woord voor woord** (citaat)\n> is verlengd tot 28 februari 2022\n');
    expect(textOf(checked)).toContain('Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021');
    expect(textOf(checked)).toContain('1 citaat: 1 woord voor woord, 0 bijna, 0 niet gevonden.');
  });

  test('marks what differs, in English too, and puts what is wrong first', async () => {
    const { people, waitFor } = stage.discord;
    const checked = await waitFor.answer(people.slash('check', { text: `${RIGHT} ${WRONG}` }));
    expect(textOf(checked)).toMatch(/\*\*nearly\*\* \(quotation\)\n.*~~Albanië~~ \*\*Kosovo\*\*.*\*\*verbatim\*\*/s);
  });

  test('reads a file, and attaches what does not fit', async () => {
    const { people, waitFor } = stage.discord;
    const letter = stage.library.letters[0]?.id ?? '';
    const passages = stage.library.suggestPassages(letter, '', 25).map(({ text }) => `> ${text.slice(0, 400)}\n\n`);
    const file = people.upload({ name: 'memo.md', bytes: Buffer.from(passages.join('')) });
    const checked = await waitFor.answer(people.slash('check', { file }, dutch));
    expect(textOf(checked)).toMatch(/Nog \d+ in het bijgevoegde bestand\./);
    expect(checked.attachments.map(({ filename }) => filename)).toEqual(['check.md']);
    const url = checked.attachments[0]?.url ?? '';
    const report = await (await fetch(url)).text();
    expect(report.match(/^\*\*/gm)?.length).toBeGreaterThanOrEqual(passages.length);
  });

  test.each(['memo.txt', 'memo.md'])(
    'reads a text in an older encoding, and says where it is none: %s',
    async (name) => {
      const { people, waitFor } = stage.discord;
      const ask = async (bytes: Buffer) => {
        const file = people.upload({ name, bytes });
        return textOf(await waitFor.answer(people.slash('check', { file }, dutch)));
      };
      // Windows-1252, as Notepad wrote for decades.
      const old = Buffer.from(RIGHT.replace('„', '\u0084').replace('”', '\u0094'), 'latin1');
      expect(await ask(old)).toContain('1 citaat: 1 woord voor woord, 0 bijna, 0 niet gevonden.');
      expect(await ask(Buffer.from('a\u0001b'))).toContain(`**${name}** ${texts('nl').intake.unread.broken}`);
    },
  );

  test('reads one file of a person at a time, and so many of all', async () => {
    const { people, waitFor, world } = stage.discord;
    const { intake } = stage;
    const { read } = intake;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let reading = 0;
    intake.read = async (...args) => {
      reading++;
      await held;
      return read(...args);
    };
    const ask = (user: Person) => {
      const file = people.upload({ name: 'memo.docx', bytes: Buffer.from('geen Word') }, { user });
      return people.slash('check', { file }, { user, ...dutch });
    };
    const persons = Array.from({ length: OWN_LIMITS.readings.all }, (_, i) => world.addPerson({ name: `lezer-${i}` }));
    const { reading: says } = texts('nl').intake;
    const first = ask(world.ada);
    await expect.poll(() => reading).toBe(1);
    expect(textOf(await waitFor.answer(ask(world.ada)))).toBe(says.person);
    const others = persons.map(ask);
    await expect.poll(() => reading).toBe(OWN_LIMITS.readings.all);
    expect(textOf(await waitFor.answer(others.at(-1) ?? first))).toBe(says.all);
    release();
    for (const asked of [first, ...others.slice(0, -1)])
      expect(textOf(await waitFor.answer(asked))).toContain('memo.docx');
    expect(textOf(await waitFor.answer(ask(world.ada)))).toContain('memo.docx');
    intake.read = read;
  });

  test('says what is missing in a sentence', async () => {
    const { people, waitFor } = stage.discord;
    expect(textOf(await waitFor.answer(people.slash('check', {}, dutch)))).toBe(
      'Daar staat geen tekst om na te kijken.',
    );
    const own = await waitFor.answer(people.slash('check', { text: 'Wij vinden dat een goed idee.' }, dutch));
    expect(textOf(own)).toContain('Daarin staat geen citaat');
    const file = people.upload({ name: 'memo.docx', bytes: Buffer.from('geen Word') });
    const unread = await waitFor.answer(people.slash('check', { file }, dutch));
    expect(isEphemeral(unread)).toBe(true);
    expect(textOf(unread)).not.toContain('woord voor woord');
  });

  test('wants a text or a file, and gives a text back that came with one', async () => {
    const { people, waitFor } = stage.discord;
    const file = people.upload({ name: 'memo.txt', bytes: Buffer.from(WRONG) });
    const said = textOf(await waitFor.answer(people.slash('check', { text: RIGHT, file }, dutch)));
    expect(said).toMatch(/^Geef een tekst of een bestand, niet allebei\.\n/);
    expect(said).toContain(RIGHT);
  });
});

describe('Check quotes', () => {
  test('checks somebody’s message, privately', async () => {
    const { people, waitFor, world } = stage.discord;
    const message = people.write(WRONG, { user: world.chris });
    const checked = await waitFor.answer(people.messageCommand('Check quotes', message, { user: world.bram }));
    expect(isEphemeral(checked)).toBe(true);
    expect(textOf(checked)).toContain('~~Albanië~~ **Kosovo**');
  });

  test('of a message that is gone says so', async () => {
    const { people, waitFor, world, faults } = stage.discord;
    const message = people.write(WRONG, { user: world.chris });
    faults.leaveOut(`data.resolved.messages.${message.id}`);
    const gone = await waitFor.answer(people.messageCommand('Check quotes', message, { user: world.bram }));
    expect(textOf(gone)).toBe(texts('nl').problem.deletedMessage);
  });
});
