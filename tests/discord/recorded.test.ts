import { expect, test } from 'vitest';
import { customIdOf, type Interaction, type Message, textOf } from '../../src/local-discord/index.ts';
import { nl } from '../../src/texts/nl.ts';
import { useStage } from '../support/bot-stage.ts';
import { SHORT_LETTER } from '../support/folders.ts';
import { firstQuoteOf } from '../support/open-quote.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const stage = useStage();

/**
 * The body by which the bot sent a message, as in docs/messages: ids of people, moments and durations are the same every
 * time. `npx vitest run tests/discord/recorded.test.ts -u` writes them anew.
 */
async function record(name: string, sent: Promise<Message>): Promise<Message> {
  const message = await sent;
  const { body } = stage.discord.requests.findLast(({ method, response }) => {
    const id = typeof response === 'object' && response !== null && 'id' in response ? response.id : null;
    return method !== 'GET' && id === message.id;
  }) ?? { body: null };
  const json = JSON.stringify(body, null, 2)
    .replace(/\d{17,20}/g, '100000000000000001')
    .replace(/<t:\d+:/g, '<t:1767323045:')
    // Whether a heartbeat was answered already depends on how long the test takes.
    .replace('**Verbinding met Discord** nog geen', '**Verbinding met Discord** 12 ms')
    .replace(/\d+ ms/g, '12 ms')
    // What a file was read as is kept under a key of its own each time.
    .replace(/k=\w{12}/g, 'k=aaaaaaaaaaaa');
  await expect(`${json}\n`).toMatchFileSnapshot(`../../docs/messages/${name}.json`);
  return message;
}

test('each kind of answer is as docs/messages shows it', async () => {
  const { people, waitFor, world } = stage.discord;
  const as = { user: world.bram };
  const answer = (interaction: Interaction) => waitFor.answer(interaction);
  const press = (message: Message, label: string) => answer(people.press(message, customIdOf(message, label), as));
  const question = 'Wat zei men in oktober 2021 over Afghanistan en terroristische organisaties?';

  const asked = await record('answer', answer(people.slash('ask', { question }, as)));
  await record('answer-in-english', answer(people.slash('ask', { question })));
  const shared = people.slash('ask', { question, mention: world.ada }, as);
  await record('answer-shared-with-mention', waitFor.followUp(shared));
  await record('receipt', answer(shared));
  await record('refusal', answer(people.slash('ask', { question: 'Hoeveel kost een brood bij de bondgenoten?' }, as)));
  await record('problem', answer(people.slash('ask', { question: '🐋' }, as)));
  const open = await record('open', answer(people.select(asked, ...firstQuoteOf(asked), as)));
  const there = await record('already-shared', press(open, 'Deel'));
  const again = people.press(there, customIdOf(there, nl.button.shareAgain), as);
  await record('quote-shared', waitFor.followUp(again));
  await record('context', press(open, 'Context'));
  await record('section', press(open, 'Hele paragraaf'));
  await record('copy', press(open, 'Kopieer'));
  await record('next', press(asked, 'Meer'));
  await record('unfiltered', press(asked, 'Zoek in alle brieven'));
  await record('feedback', press(asked, 'Klopt'));
  const message = people.write('Afghanistan is een vrijhaven voor terroristische organisaties.', { user: world.chris });
  await record('sources', answer(people.messageCommand('Find sources', message, as)));
  const mentioned = await record('reply', waitFor.reply(people.write(`<@${world.bot.id}> ${question}`, as)));
  await record('follow-up', waitFor.reply(people.write('en de evacuatieoperatie?', { ...as, replyTo: mentioned })));
  const passage = /p=(\w+)/.exec(customIdOf(open, 'Context'))?.[1] ?? '';
  const letter = stage.library.quote(passage)?.letter.id ?? '';
  await record('quote', answer(people.slash('quote', { letter, passage }, as)));
  await record('letters', answer(people.slash('letters', {}, as)));
  await record('help', answer(people.slash('help', {}, as)));
  await record('status', answer(people.slash('status', {}, { locale: 'nl' })));

  const inDutch = { locale: 'nl' } as const;
  const told = (command: string, options: Parameters<typeof people.slash>[1]) =>
    answer(people.slash(command, options, { ...as, ...inDutch }));
  await record('summary', told('summary', { meeting: 'okt 2021' }));
  await record('timeline', told('timeline', { subject: 'Afghanistan' }));
  await record('commitments', told('commitments', {}));
  await record('compare', told('compare', { first: 'okt 2020', second: 'okt 2021', subject: 'Afghanistan' }));
  await record('check', told('check', { text: '„Nederland steunt het Strategisch Concept”, schreef de minister.' }));
  await press(open, nl.button.keep);
  await record('tray', told('tray', {}));
  await record('settings', answer(people.slash('settings show', {}, inDutch)));
  const sent = (name: string, content: string) =>
    answer(people.slash('add', { file: people.upload({ name, bytes: Buffer.from(content) }) }, inDutch));
  /** A message once a press on it has been answered for good. */
  const after = async (message: Message, label: string, says: string): Promise<Message> => {
    people.press(message, customIdOf(message, label), inDutch);
    const now = () => stage.discord.board.get(message.id)?.message ?? message;
    await expect.poll(() => textOf(now())).toContain(says);
    return now();
  };
  const incoming = await record('incoming', sent('munitie.txt', SHORT_LETTER));
  await record('incoming-unread', sent('brief.pdf', 'geen PDF'));
  const before = stage.library;
  stage.intake.next = await scriptedLibrary({ 'munitie.txt': SHORT_LETTER }, 'scripted-2');
  await record('taken-in', after(incoming, 'Neem op', 'nu doorzoekbaar'));
  const added = stage.source.current().letters.find(({ file }) => file === 'munitie.txt');
  const takeOut = await record('take-out', answer(people.slash('remove', { letter: added?.id ?? '' }, inDutch)));
  stage.intake.next = before;
  await record('taken-out', after(takeOut, 'Verwijder', 'is verwijderd'));
});
