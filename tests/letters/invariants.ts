import { expect } from 'vitest';
import { assertReadable, rangeInReadable, readable, spanInSource } from '../../src/letters/readable.ts';
import { type Letter, MAX_QUOTE_LENGTH } from '../../src/letters/types.ts';

/** What holds for every letter, however it is written. */
export function expectInvariants(letter: Letter): void {
  expectParts(letter);
  expectJoins(letter);
  expectSections(letter);
  expectPassages(letter);
  for (const { span } of letter.metadata.stated) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(letter.source.length);
  }
  expect(letter.id).toMatch(/^[a-z2-7]{12}$/);
  expect(letter.title).not.toBe('');
}

/** Every character that is not white space lies in exactly one part; parts begin and end with such a character. */
function expectParts({ parts, source }: Letter): void {
  let previous = 0;
  for (const part of parts) {
    expect(part.start).toBeGreaterThanOrEqual(previous);
    expect(source.slice(previous, part.start).trim()).toBe('');
    const text = source.slice(part.start, part.end);
    expect(text).not.toBe('');
    expect(text).toBe(text.trim());
    previous = part.end;
  }
  expect(source.slice(previous).trim()).toBe('');
}

function expectJoins({ joins, source }: Letter): void {
  let previous = 0;
  for (const join of joins) {
    expect(join.start).toBeGreaterThanOrEqual(previous);
    expect(source.slice(join.start, join.end)).toMatch(/^[-‐‑\u00AD]?\s*$/u);
    previous = join.end;
  }
}

function expectSections({ sections, source }: Letter): void {
  expect(sections[0]).toMatchObject({ start: 0, heading: null, title: null });
  expect(sections.at(-1)?.end).toBe(source.length);
  sections.slice(1).forEach((section, i) => {
    expect(section.start).toBe(sections[i]?.end);
    expect(section.heading?.start).toBe(section.start);
    expect(section.title).not.toBe('');
  });
}

function expectPassages(letter: Letter): void {
  const ids = new Set(letter.passages.map(({ id }) => id));
  expect(ids.size).toBe(letter.passages.length);
  let previous = -1;
  for (const passage of letter.passages) {
    expect(passage.id).toMatch(/^[a-z2-7]{12}$/);
    expect(passage.start).toBeGreaterThan(previous);
    previous = passage.start;
    expect(passage.text.length).toBeLessThanOrEqual(MAX_QUOTE_LENGTH);
    expect(letter.sections[passage.section]).toBeDefined();
    assertReadable(letter, passage, passage.skipped, passage.text);
    const form = readable(letter, passage, passage.skipped);
    expect(form.text).toBe(passage.text);
    expect(form.offsets).toHaveLength(form.text.length);
    form.offsets.forEach((offset, i) => {
      const unit = letter.source.charAt(offset);
      expect(form.text.charAt(i) === ' ' ? /\s/.test(unit) : unit === form.text.charAt(i)).toBe(true);
      if (i > 0) expect(offset).toBeGreaterThan(form.offsets[i - 1]!);
    });
    let sentenceEnd = passage.start;
    const shown = passage.sentences.map((sentence) => {
      expect(sentence.start).toBeGreaterThanOrEqual(sentenceEnd);
      expect(sentence.end).toBeLessThanOrEqual(passage.end);
      sentenceEnd = sentence.end;
      const range = rangeInReadable(form, sentence);
      expect(range && spanInSource(form, range)).toEqual({ start: sentence.start, end: sentence.end });
      return range ? form.text.slice(range.start, range.end) : '';
    });
    // A sentence cut inside a word has no space at its cut.
    expect(shown.join('').replace(/\s/g, '')).toBe(passage.text.replace(/\s/g, ''));
  }
}
