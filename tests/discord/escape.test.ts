import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, unescapeMarkdown } from '../../src/discord/messages/parts/escape.ts';
import { visible } from '../../src/visible.ts';

/** Text full of what Markdown and Discord give a meaning. */
const hostile = fc.string({
  unit: fc.constantFrom(...'\\*_~`|[]()<>#@-+1.:/ a\n', '😀', '**', '||', 'https://', '- ', '<@1>', '@everyone'),
});

describe('escapeMarkdown', () => {
  test.each([
    ['**vet** _schuin_ ~~weg~~ ||spoiler||', '\\*\\*vet\\*\\* \\_schuin\\_ \\~\\~weg\\~\\~ \\|\\|spoiler\\|\\|'],
    ['# Kop', '\\# Kop'],
    ['-# klein', '-\\# klein'],
    ['- punt', '\\- punt'],
    ['1. eerste', '1\\. eerste'],
    ['28 676, nr. 348', '28 676, nr. 348'],
    ['op 1. januari', 'op 1. januari'],
    ['`code` ```blok```', '\\`code\\` \\`\\`\\`blok\\`\\`\\`'],
    ['[klik](https://kwaad.example)', '\\[klik\\](https:\\/\\/kwaad.example)'],
    ['<@123> <#4> <t:5> </ask:6> <:e:7>', '\\<@123\\> \\<#4\\> \\<t:5\\> \\</ask:6\\> \\<:e:7\\>'.replace('#', '\\#')],
    ['een \\* achteraf', 'een \\\\\\* achteraf'],
    ['EU-NAVO, 50/50 en/of', 'EU-NAVO, 50/50 en/of'],
    ['niet \u202Etleew\u202C waar\u0085', 'niet \\\\u202etleew\\\\u202c waar\\\\u0085'],
  ])('%s', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  test('is undone by unescapeMarkdown, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: 'grapheme' })),
        (text) => unescapeMarkdown(escapeMarkdown(text)) === visible(text),
      ),
    );
  });

  test('leaves no character that Discord could read as Markdown, a mention or a link', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // An escaped character is shown, so it keeps what stands on both sides of it apart.
        const shown = escapeMarkdown(text).replace(/\\[\\*_~`|[\]<>#/.+)-]/g, 'x');
        expect(shown).not.toMatch(/[\\*_~`|[\]<>#]/);
        expect(shown).not.toContain('://');
      }),
      { numRuns: 2_000 },
    );
  });
});
