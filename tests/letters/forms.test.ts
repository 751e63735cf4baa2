import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readable } from '../../src/letters/readable.ts';
import { FORMS, forms } from './forms.ts';
import { expectInvariants } from './invariants.ts';
import { headingsOf, letterOf, partsOf } from './letters.ts';

describe('letters of many forms', () => {
  it.each(Object.entries(forms))('%s gives what it says', (file, expected) => {
    const letter = letterOf(readFileSync(join(FORMS, file), 'utf8'), file);
    const { kind, subject, letterDate, dossiers, number, signatories, meeting } = letter.metadata;
    const found = { kind, subject, title: letter.title, letterDate, dossiers, number, signatories };
    const { headings, footnotes, unquoted = [], sentences = [], pairs = [], meeting: about, ...rest } = expected;
    // What they promise is looked at in tests/answers/commitments.
    const { promises: _, maybePromises: __, ...fields } = rest;
    expect(found).toEqual(fields);
    expect(meeting && { name: meeting.name, dates: meeting.dates, place: meeting.place }).toEqual(about);
    expect(letter.metadata.conflicts).toEqual([]);
    if (headings) expect(headingsOf(letter)).toEqual(headings);
    if (footnotes !== undefined) expect(partsOf(letter, 'footnote')).toHaveLength(footnotes);
    const quotes = letter.passages.flatMap((passage) =>
      passage.sentences.map((sentence) => readable(letter, sentence, passage.skipped).text),
    );
    for (const words of unquoted) expect(quotes.filter((quote) => quote.includes(words))).toEqual([]);
    expect(quotes).toEqual(expect.arrayContaining(sentences));
    const answers = letter.passages.flatMap(({ kind, section, text }) => {
      const question = letter.sections[section]?.question ?? null;
      return question === null || kind !== 'paragraph' ? [] : [[question, text]];
    });
    expect(answers).toEqual(pairs);
    expectInvariants(letter);
  });
});
