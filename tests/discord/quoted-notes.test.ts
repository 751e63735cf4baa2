import { expect, test } from 'vitest';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { allComponents } from '../../src/discord/messages/parts/measure.ts';
import { sharedQuote } from '../../src/discord/messages/passages.ts';
import { texts } from '../../src/texts/texts.ts';
import { plainQuote } from '../support/quotes.ts';

test('The footnotes of a quote stand between its words and its citation in small print: two at most, long ones cut', () => {
  const note = (text: string) => ({ id: 'abcdefghijkl', start: 0, end: 1, skipped: [], text });
  const notes = [note('1 België en *Spanje*.'), note(`2 ${'lange noot '.repeat(60)}`), note('3 Niet meer.')];
  const { components } = sharedQuote(plainQuote({ notes }), texts('nl'), { isPublic: true });
  const shown = allComponents(components).flatMap((part) => ('content' in part ? part.content.split('\n') : []));
  const lines = shown.slice(shown.findIndex((line) => line.startsWith('> ')));
  expect(lines[1]).toBe('-# Noot 1 België en \\*Spanje\\*.');
  expect(lines[2]).toMatch(/^-# Noot 2 (?:lange noot )+.*\[…\]$/);
  expect(lines[2]?.length).toBeLessThanOrEqual(OWN_LIMITS.note + '-# '.length);
  expect(lines[3]).toContain('Verslag NAVO-ministers van Defensie');
});
