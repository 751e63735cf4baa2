import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { panel } from '../../src/discord/messages/parts/parts.ts';
import { normalizeQuestion, questionParts, readQuestion } from '../../src/discord/messages/parts/question.ts';

describe('a question in a message', () => {
  test('is read back word for word, with the question before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.option(fc.string(), { nil: undefined }), (typed, before) => {
        const question = normalizeQuestion(`x${typed}`);
        const previous = before === undefined ? undefined : normalizeQuestion(`y${before}`);
        const asked = { question, ...(previous !== undefined && { previous }) };
        const { components } = panel(questionParts(asked), 0);
        expect(readQuestion(components)).toEqual(asked);
      }),
    );
  });

  test('is not found in any other message', () => {
    expect(readQuestion([])).toBeNull();
    expect(readQuestion(panel([{ type: 10, content: '### Brieven' }], 0).components)).toBeNull();
    expect(readQuestion(panel([{ type: 10, content: 'zonder kop', id: 1001 }], 0).components)).toBeNull();
  });
});

describe('normalizeQuestion', () => {
  test.each([
    ['  Wat\n\nzei   de minister? ', 'Wat zei de minister?'],
    ['<@123456789012345678> Wat zei <@!2> in <#3> <t:1:f> <:kek:4>?', 'Wat zei in ?'],
    ['a\u202Eb\u0000c\u2066d\u200Fe', 'abcde'],
    ['1 < 2 en 3 > 2', '1 < 2 en 3 > 2'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
  ])('%j', (typed, question) => {
    expect(normalizeQuestion(typed)).toBe(question);
  });
});
