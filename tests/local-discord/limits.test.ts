import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbackBody } from '../../src/local-discord/limits/callbacks.ts';
import { bySchema, type Issue } from '../../src/local-discord/limits/check.ts';
import { commandSet } from '../../src/local-discord/limits/commands.ts';
import { invalidForm, problemsOf } from '../../src/local-discord/limits/invalid-form.ts';
import type { Placement } from '../../src/local-discord/limits/message-rules.ts';
import { messageBody } from '../../src/local-discord/limits/messages.ts';
import { FLAGS } from '../../src/local-discord/limits/values.ts';

const NEW: Placement = { edits: null, mayBeEphemeral: true, files: [] };
const V2 = FLAGS.componentsV2;

const x = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, index) => one(index));
const text = (length: number) => ({ type: 10, content: x(length) });
const button = (more: object = {}) => ({ type: 2, style: 1, custom_id: 'b', label: 'l', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const select = (more: object) => row({ type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }], ...more });
const selectOf = (option: object) => select({ options: [{ label: 'l', value: 'v', ...option }] });
const shown = (...components: object[]) => ({ flags: V2, components });
const withRow = (...components: object[]) => ({ content: 'a', components: [row(...components)] });
const command = (more: object) => [{ name: 'ask', description: 'd', ...more }];
const option = (more: object) => command({ options: [{ type: 3, name: 'o', description: 'd', ...more }] });
const choices = (list: object[]) => ({ type: 8, data: { choices: list } });

const problems = ({ issues }: { issues: Issue[] | null }) => problemsOf(issues ?? []);
const message = (body: unknown, placement = NEW) => problems(messageBody(placement)(body));
const commands = (body: unknown) => problems(bySchema(commandSet)(body));
const callback = (body: unknown) => problems(callbackBody(NEW, NEW)(body));

type Case = [name: string, max: number, judged: (count: number) => string[]];

const messages: Case[] = [
  ['content', 2000, (n) => message({ content: x(n) })],
  ['embeds', 10, (n) => message({ embeds: many(n, () => ({ title: 't' })) })],
  ['embed title', 256, (n) => message({ embeds: [{ title: x(n) }] })],
  ['embed description', 4096, (n) => message({ embeds: [{ description: x(n) }] })],
  ['embed fields', 25, (n) => message({ embeds: [{ fields: many(n, () => ({ name: 'n', value: 'v' })) }] })],
  ['embed field name', 256, (n) => message({ embeds: [{ fields: [{ name: x(n), value: 'v' }] }] })],
  ['embed field value', 1024, (n) => message({ embeds: [{ fields: [{ name: 'n', value: x(n) }] }] })],
  ['embed footer', 2048, (n) => message({ embeds: [{ footer: { text: x(n) } }] })],
  ['embed author', 256, (n) => message({ embeds: [{ author: { name: x(n) } }] })],
  ['text of all embeds', 6000, (n) => message({ embeds: [{ description: x(4096) }, { description: x(n - 4096) }] })],
  ['attachments', 10, (n) => message({ content: 'a', attachments: many(n, (index) => ({ id: String(index) })) })],
  ['attachment description', 1024, (n) => message({ content: 'a', attachments: [{ id: '0', description: x(n) }] })],
  ['one text display', 4000, (n) => message(shown(text(n)))],
  ['text of all text displays', 4000, (n) => message(shown(text(2000), { type: 17, components: [text(n - 2000)] }))],
  ['components at the top', 40, (n) => message(shown(...many(n, () => text(1))))],
  [
    'components, nested ones counted',
    40,
    (n) => message(shown(...[20, n - 22].map((count) => ({ type: 17, components: many(count, () => text(1)) })))),
  ],
  [
    'texts of a section',
    3,
    (n) => message(shown({ type: 9, components: many(n, () => text(1)), accessory: button() })),
  ],
  [
    'pictures of a gallery',
    10,
    (n) => message(shown({ type: 12, items: many(n, () => ({ media: { url: 'https://e.org/a.png' } })) })),
  ],
  ['action rows', 5, (n) => message({ content: 'a', components: many(n, (i) => row(button({ custom_id: `b${i}` }))) })],
  ['buttons in a row', 5, (n) => message(withRow(...many(n, (index) => button({ custom_id: `b${index}` }))))],
  ['custom id', 100, (n) => message(withRow(button({ custom_id: x(n) })))],
  ['button label', 80, (n) => message(withRow(button({ label: x(n) })))],
  ['button url', 512, (n) => message(withRow({ type: 2, style: 5, label: 'l', url: `https://e.org/${x(n - 14)}` }))],
  [
    'select options',
    25,
    (n) =>
      message({ content: 'a', components: [select({ options: many(n, (i) => ({ label: 'l', value: `${i}` })) })] }),
  ],
  ['select label', 100, (n) => message({ content: 'a', components: [selectOf({ label: x(n) })] })],
  ['select value', 100, (n) => message({ content: 'a', components: [selectOf({ value: x(n) })] })],
  ['select description', 100, (n) => message({ content: 'a', components: [selectOf({ description: x(n) })] })],
  ['select placeholder', 150, (n) => message({ content: 'a', components: [select({ placeholder: x(n) })] })],
  ['autocomplete choices', 25, (n) => callback(choices(many(n, (index) => ({ name: `n${index}`, value: 'v' }))))],
  ['autocomplete name', 100, (n) => callback(choices([{ name: x(n), value: 'v' }]))],
  ['autocomplete value', 100, (n) => callback(choices([{ name: 'n', value: x(n) }]))],
  ['modal title', 45, (n) => callback({ type: 9, data: { custom_id: 'm', title: x(n), components: [text(1)] } })],
];

const registered: Case[] = [
  ['command name', 32, (n) => commands(command({ name: x(n) }))],
  ['localised name', 32, (n) => commands(command({ name_localizations: { nl: x(n) } }))],
  ['description', 100, (n) => commands(command({ description: x(n) }))],
  ['localised description', 100, (n) => commands(command({ description_localizations: { nl: x(n) } }))],
  [
    'options',
    25,
    (n) => commands(command({ options: many(n, (i) => ({ type: 3, name: `o${i}`, description: 'd' })) })),
  ],
  ['option name', 32, (n) => commands(option({ name: x(n) }))],
  ['option description', 100, (n) => commands(option({ description: x(n) }))],
  ['choices', 25, (n) => commands(option({ choices: many(n, (index) => ({ name: `c${index}`, value: 'v' })) }))],
  ['choice name', 100, (n) => commands(option({ choices: [{ name: x(n), value: 'v' }] }))],
  ['choice value', 100, (n) => commands(option({ choices: [{ name: 'n', value: x(n) }] }))],
  ['max_length', 6000, (n) => commands(option({ max_length: n }))],
  ['slash commands', 100, (n) => commands(many(n, (index) => ({ name: `c${index}`, description: 'd' })))],
  ['user commands', 15, (n) => commands(many(n, (index) => ({ name: `c${index}`, type: 2 })))],
  ['message commands', 15, (n) => commands(many(n, (index) => ({ name: `c${index}`, type: 3 })))],
  [
    'text of a command',
    8000,
    (n) => {
      // 79 choices of 3 + 97 characters, four options of 2 + 1, the command's name of 3; its description fills up.
      const choice = (index: number) => ({ name: `c${10 + index}`, value: x(97) });
      const options = [20, 20, 20, 19].map((count, index) => ({
        type: 3,
        name: `o${index}`,
        description: 'd',
        choices: many(count, choice),
      }));
      return commands(command({ description: x(n - 7915), options }));
    },
  ],
];

describe.each([...messages, ...registered])('%s', (_, max, judged) => {
  it(`${max} are let through, one more is refused`, () => {
    expect(judged(max)).toEqual([]);
    expect(judged(max + 1)).not.toEqual([]);
  });
});

it.each<[string, unknown]>([
  ['nothing at all', {}],
  ['white space only', { content: ' \n' }],
  ['text beside V2 components', { ...shown(text(1)), content: 'a' }],
  ['an embed beside V2 components', { ...shown(text(1)), embeds: [{ title: 't' }] }],
  ['a container without the V2 flag', { components: [{ type: 17, components: [text(1)] }] }],
  ['a container in a container', shown({ type: 17, components: [{ type: 17, components: [text(1)] }] })],
  ['a section without accessory', shown({ type: 9, components: [text(1)] })],
  ['an unknown component', shown({ type: 99 })],
  ['a custom id used twice', withRow(button(), button())],
  ['a component id used twice', shown({ ...text(1), id: 7 }, { ...text(1), id: 7 })],
  ['a select beside a button', withRow(button(), { type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })],
  ['a link button with a custom id', withRow(button({ style: 5, url: 'https://e.org' }))],
  ['a link button to a script', withRow({ type: 2, style: 5, label: 'l', url: 'javascript:1' })],
  ['a button without id', withRow({ type: 2, style: 1, label: 'l' })],
  ['a button without label and emoji', withRow({ type: 2, style: 1, custom_id: 'b' })],
  ['an empty action row', { content: 'a', components: [row()] }],
  ['an empty text display', shown(text(0))],
  [
    'an option value used twice',
    { content: 'a', components: [select({ options: many(2, () => ({ label: 'l', value: 'v' })) })] },
  ],
  ['more minimum than maximum values', { content: 'a', components: [select({ min_values: 2, max_values: 1 })] }],
  ['a file that is not there', shown({ type: 13, file: { url: 'attachment://a.txt' } })],
  ['a misspelt field', { contents: 'a', content: 'b' }],
  ['users allowed twice over', { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } }],
  ['the loading flag', { content: 'a', flags: FLAGS.loading }],
])('a message with %s is refused', (_, body) => {
  expect(message(body)).not.toEqual([]);
});

it('a message that becomes V2 by an edit must be emptied of text and embeds', () => {
  const edits = { flags: 0, content: 'old', embeds: [{}], attachments: [] };
  const placement = { ...NEW, edits };
  expect(message(shown(text(1)), placement)).toHaveLength(2);
  expect(message({ ...shown(text(1)), content: null, embeds: [] }, placement)).toEqual([]);
  expect(message({ content: 'a' }, { ...NEW, edits: { ...edits, flags: V2 } })).toHaveLength(1);
});

it('only an answer to an interaction can be ephemeral', () => {
  const body = { content: 'a', flags: FLAGS.ephemeral };
  expect(message(body)).toEqual([]);
  expect(message(body, { ...NEW, mayBeEphemeral: false })).toHaveLength(1);
});

it('a deferred answer may carry EPHEMERAL only', () => {
  expect(callback({ type: 5, data: { flags: FLAGS.ephemeral } })).toEqual([]);
  expect(callback({ type: 5, data: { flags: V2 } })).toHaveLength(1);
});

it.each<[string, unknown[]]>([
  ['an upper-case name', command({ name: 'Ask' })],
  ['a space in its name', command({ name: 'a b' })],
  ['a localised upper-case name', command({ name_localizations: { nl: 'Vraag' } })],
  ['an unknown locale', command({ name_localizations: { xx: 'a' } })],
  ['no description', [{ name: 'ask' }]],
  ['a description on a message command', [{ name: 'Find', type: 3, description: 'd' }]],
  ['options on a user command', [{ name: 'Find', type: 2, options: [{ type: 3, name: 'o', description: 'd' }] }]],
  ['a name used twice', [...command({}), ...command({})]],
  ['an option name used twice', command({ options: many(2, () => ({ type: 3, name: 'o', description: 'd' })) })],
  [
    'a required option after another',
    command({ options: [false, true].map((required, i) => ({ type: 3, name: `o${i}`, description: 'd', required })) }),
  ],
  ['choices beside autocomplete', option({ autocomplete: true, choices: [{ name: 'n', value: 'v' }] })],
  ['autocomplete of a user', option({ type: 6, autocomplete: true })],
  ['a number among the choices of a text', option({ choices: [{ name: 'n', value: 1 }] })],
  ['more minimum than maximum length', option({ min_length: 9, max_length: 8 })],
  [
    'a subcommand beside an option',
    command({ options: [1, 3].map((type) => ({ type, name: `o${type}`, description: 'd' })) }),
  ],
  ['a group in a group', option({ type: 2, options: [{ type: 2, name: 'g', description: 'd', options: [] }] })],
])('a command with %s is refused', (_, body) => {
  expect(commands(body)).not.toEqual([]);
});

it('names in other scripts, with digits, dashes or apostrophes are let through', () => {
  expect(commands(['質問', 'été', "l'eau", 'vraag-2', 'คำถาม'].flatMap((name) => command({ name })))).toEqual([]);
  expect(commands([{ name: 'Find sources', type: 3, name_localizations: { nl: 'Zoek bronnen' } }])).toEqual([]);
});

it('problems are told at the place in the body where they are', () => {
  const { issues } = messageBody(NEW)(withRow(button({ label: x(81) })));
  expect(invalidForm(issues ?? [])).toMatchObject({
    code: 50035,
    errors: { components: { 0: { components: { 0: { label: { _errors: [{ code: 'TOO_BIG' }] } } } } } },
  });
});

it('any JSON at all is judged without an error', () => {
  const shape = fc.record(
    {
      type: fc.integer({ min: 0, max: 12 }),
      data: fc.jsonValue(),
      content: fc.jsonValue(),
      components: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), shape), (body) => {
      for (const check of [messageBody(NEW), callbackBody(NEW, NEW), bySchema(commandSet)]) {
        const { issues } = check(body);
        expect(invalidForm(issues ?? []).code).toBe(50035);
      }
    }),
    { numRuns: 300 },
  );
});
