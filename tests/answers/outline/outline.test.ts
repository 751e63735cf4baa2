import { describe, expect, test } from 'vitest';
import { outlineSchema } from '../../../src/answers/outline/schema.ts';
import { readLetters } from '../../../src/letters/read.ts';
import { SEEDS } from '../../support/folders.ts';
import { expectVerbatim, lettersFrom, libraryOf } from '../../support/letters-library.ts';

describe('An outline', async () => {
  const { letters } = await readLetters(SEEDS);
  const { outline } = await libraryOf(letters);

  test('has every section of a letter with its length and first sentence', () => {
    for (const letter of letters) {
      const { sections, words, footnotes } = outlineSchema.parse(outline(letter.id));
      expect(sections.flatMap(({ title }) => title ?? [])).toEqual(letter.sections.flatMap(({ title }) => title ?? []));
      expect(sections.reduce((sum, section) => sum + section.words, 0)).toBe(words);
      for (const { first } of sections) if (first) expectVerbatim(first, letters);
      for (const note of footnotes) expectVerbatim(note, letters);
    }
    const iraq = outline(letters[1]!.id)!.sections.find(({ title }) => title === 'Irak');
    expect(iraq?.first?.text).toBe('De Ministers spraken over de aanpassing van de NAVO-missie Irak (NMI).');
  });

  test('of a paper of answers has the answers, each under its question, and no empty questions', async () => {
    const paper = lettersFrom({
      'a.txt':
        'Vraag 1\nKent u de haven?\n\nAntwoord 1\nJa.\n\nVraag 2\nWat kost de haven?\n\nAntwoord 2\nDe haven kost 12 miljoen euro.\n',
    });
    const { sections } = (await libraryOf(paper)).outline(paper[0]!.id)!;
    expect(sections.map(({ title, first }) => [title, first?.question])).toEqual([
      ['Antwoord 1', 'Kent u de haven?'],
      ['Antwoord 2', 'Wat kost de haven?'],
    ]);
  });

  test('lists the papers a letter refers to, each once, where they stand and where they are published', () => {
    const { references } = outline(letters[1]!.id)!;
    expect(references.map(({ text, url }) => [text, url])).toEqual([
      ['Kamerstuk 28 676, nr. 347', 'https://zoek.officielebekendmakingen.nl/kst-28676-347.html'],
      ['Kamerstuk 34 919, nr. 71', 'https://zoek.officielebekendmakingen.nl/kst-34919-71.html'],
    ]);
    const [first] = references;
    expect(letters[1]!.source.slice(first!.start, first!.end).replace(/\s+/g, ' ')).toBe('Kamerstuk 28 676, nr. 347');
  });

  test.each([
    ['(Kamerstuk 21 501-02, nr. 2433)', '21 501-02', '2433'],
    ['(Kamerstukken 27925 nr. 771, d.d. 21 april 2021)', '27 925', '771'],
    ['(Kamerstuknummer 34919-71)', '34 919', '71'],
    ['(35570-X-39)', '35 570 X', '39'],
  ])('reads %s', (written, dossier, number) => {
    const odd = lettersFrom({ 'a.txt': `Zoals eerder gemeld ${written} is de aankoop vertraagd.\n` });
    return libraryOf(odd).then((own) => {
      expect(own.outline(odd[0]!.id)?.references).toMatchObject([{ dossier, number }]);
    });
  });

  test('reads no paper where there is none', async () => {
    const odd = lettersFrom({ 'a.txt': 'De kosten zijn 28 676 euro (12 345) en het telefoonnummer is 070-3487654.\n' });
    expect((await libraryOf(odd)).outline(odd[0]!.id)?.references).toEqual([]);
  });

  test('finds a paper among the letters', async () => {
    const referring = lettersFrom({ 'a.txt': 'Ik verwijs naar het verslag (Kamerstuk 28 676, nr. 280).\n' });
    const own = await libraryOf([...letters, ...referring]);
    expect(own.outline(referring[0]!.id)?.references[0]?.letterId).toBe(letters[4]!.id);
  });

  test('of a letter that is not there is none', () => {
    expect(outline('nothing')).toBeNull();
  });
});
