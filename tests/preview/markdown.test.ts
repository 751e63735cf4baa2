import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/discord/messages/parts/escape.ts';
import { type Block, parseMarkdown } from '../../src/preview/page/markdown.ts';
import { type Inline, parseInline } from '../../src/preview/page/markdown-inline.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('Within a line', () => {
  test.each<[string, Inline[]]>([
    [
      '**fat** and *thin*',
      [{ kind: 'bold', inner: [text('fat')] }, text(' and '), { kind: 'italic', inner: [text('thin')] }],
    ],
    ['***both***', [{ kind: 'bold', inner: [{ kind: 'italic', inner: [text('both')] }] }]],
    ['*a **b** c*', [{ kind: 'italic', inner: [text('a '), { kind: 'bold', inner: [text('b')] }, text(' c')] }]],
    [
      '__under__ ~~gone~~ ||shh||',
      [
        { kind: 'underline', inner: [text('under')] },
        text(' '),
        { kind: 'strike', inner: [text('gone')] },
        text(' '),
        { kind: 'spoiler', inner: [text('shh')] },
      ],
    ],
    ['snake_case_name', [text('snake_case_name')]],
    ['2 * 3 * 4 and ** nothing', [text('2 * 3 * 4 and ** nothing')]],
    ['\\*not\\* \\_here\\_', [text('*not* _here_')]],
    ['`a **b** c`', [{ kind: 'code', text: 'a **b** c' }]],
    ['[letter](https://a.nl/x)', [{ kind: 'link', to: 'https://a.nl/x', inner: [text('letter')] }]],
    ['[no](javascript:alert(1))', [text('[no](javascript:alert(1))')]],
    [
      'see https://a.nl/x.',
      [text('see '), { kind: 'link', to: 'https://a.nl/x', inner: [text('https://a.nl/x')] }, text('.')],
    ],
    [
      '<@123> <@&4> <#5>',
      [
        { kind: 'mention', of: 'person', id: '123' },
        text(' '),
        { kind: 'mention', of: 'role', id: '4' },
        text(' '),
        { kind: 'mention', of: 'channel', id: '5' },
      ],
    ],
    ['</ask:99> <t:10:R>', [{ kind: 'command', name: 'ask' }, text(' '), { kind: 'time', seconds: 10, style: 'R' }]],
  ])('%s', (source, expected) => {
    expect(parseInline(source)).toEqual(expected);
  });
});

describe('Lines', () => {
  test('headings, small print and quotes', () => {
    const blocks = parseMarkdown('### Title\n> one\n> two\n-# small\nplain\nmore');
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'quote', 'small', 'paragraph']);
    expect(blocks[1]).toEqual({
      kind: 'quote',
      blocks: [{ kind: 'paragraph', lines: [[text('one')], [text('two')]] }],
    });
  });

  test('lists, also nested and numbered', () => {
    expect(parseMarkdown('- a\n  - b\n- c\n3. d')).toEqual([
      {
        kind: 'list',
        start: null,
        items: [
          { text: [text('a')], inner: [{ kind: 'list', start: null, items: [{ text: [text('b')], inner: [] }] }] },
          { text: [text('c')], inner: [] },
        ],
      },
      { kind: 'list', start: 3, items: [{ text: [text('d')], inner: [] }] },
    ]);
  });

  test('a code block is taken as it is', () => {
    expect(parseMarkdown('```js\n# no *heading*\n```\nafter')).toEqual([
      { kind: 'code', text: '# no *heading*' },
      { kind: 'paragraph', lines: [[text('after')]] },
    ]);
  });
});

test('What the bot escapes is shown as exactly that text', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z*_~`|<>#\\[\]()\-+.:/0-9]([a-z*_~`|<>#\\[\]()\-+.:/0-9 ]{0,30}[a-z*])?$/),
      (words) => {
        expect(shown(parseMarkdown(escapeMarkdown(words)))).toBe(words);
      },
    ),
    { numRuns: 300 },
  );
});

/** The text of paragraphs that hold nothing but text. */
function shown(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.lines
            .map((line) => line.map((it) => (it.kind === 'text' ? it.text : `<${it.kind}>`)).join(''))
            .join('\n')
        : `<${block.kind}>`,
    )
    .join('');
}
