import { describe, expect, it } from 'vitest';
import { expectInvariants } from './invariants.ts';
import { letterOf } from './letters.ts';

/** Each quoted paragraph of a letter, with the question it answers. */
function pairsOf(...lines: readonly string[]): (readonly [string | null, string])[] {
  const letter = letterOf(`${lines.join('\n')}\n`);
  expectInvariants(letter);
  return letter.passages
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ section, text }) => [letter.sections[section]?.question ?? null, text]);
}

const ASKED = 'De leden van de XYZ-fractie vragen wat de loods in Ermelo kost.';
const ANSWERED = 'De loods in Ermelo kost 12 miljoen euro.';

describe('a written consultation', () => {
  const PARTY = 'Vragen en opmerkingen van de leden van de XYZ-fractie';

  it.each(['minister', 'bewindspersonen', 'kabinet', 'regering'])('answered by the %s', (who) => {
    const article = who === 'kabinet' ? 'het' : 'de';
    const answers = `II Reactie van ${article} ${who}`;
    expect(
      pairsOf('I Vragen en opmerkingen vanuit de fracties', '', PARTY, '', ASKED, '', answers, '', ANSWERED),
    ).toEqual([[null, ANSWERED]]);
  });

  it.each([
    ['with pages', ['I Vragen en opmerkingen vanuit de fracties 2', `${PARTY} 2`, 'II Reactie van de Minister 5']],
    ['with dots', ['I Vragen en opmerkingen vanuit de fracties .......2', 'II Reactie van de Minister .......5']],
    ['without pages', ['I Vragen en opmerkingen vanuit de fracties', PARTY, 'II Reactie van de Minister']],
  ])('behind a table of contents %s', (_, contents) => {
    const questions = ['I Vragen en opmerkingen vanuit de fracties', '', PARTY, '', ASKED];
    const answers = ['II Reactie van de Minister', '', PARTY, '', ANSWERED];
    const quoted = pairsOf('Inhoudsopgave', '', ...contents, '', ...questions, '', ...answers).map(([, text]) => text);
    expect(quoted).toContain(ANSWERED);
    expect(quoted).not.toContain(ASKED);
  });

  it('with a question about an answer that is to come', () => {
    const asked = [
      'De leden van de XYZ-fractie lezen dat de Kamer nog wacht op de',
      'reactie van het kabinet. Wanneer komt die?',
    ];
    const questions = ['I Vragen en opmerkingen vanuit de fracties', '', PARTY, '', ...asked];
    expect(pairsOf(...questions, '', 'II Reactie van de Minister', '', ANSWERED)).toEqual([[null, ANSWERED]]);
  });
});

describe('questions of members', () => {
  it('behind their number on a line', () => {
    expect(
      pairsOf(
        '1. Bent u bekend met het bericht over de loods in Ermelo?',
        'Antwoord:',
        'Ja, dat bericht ken ik.',
        '',
        '2. Wat kost de loods in Ermelo,',
        'en wie betaalt die?',
        '',
        'Antwoord:',
        ANSWERED,
        '1. De gemeente betaalt een deel.',
        '',
        '3. Is er al een architect?',
        '4. Wie is dat?',
        'Gezamenlijk antwoord op vragen 3 en 4',
        'Er is nog geen architect.',
      ),
    ).toEqual([
      ['Bent u bekend met het bericht over de loods in Ermelo?', 'Ja, dat bericht ken ik.'],
      ['Wat kost de loods in Ermelo, en wie betaalt die?', ANSWERED],
      ['Wat kost de loods in Ermelo, en wie betaalt die?', '1. De gemeente betaalt een deel.'],
      ['Is er al een architect? Wie is dat?', 'Er is nog geen architect.'],
    ]);
  });

  it('are no numbered points of a letter, nor of a question', () => {
    const points = ['1. Wat is het doel van de loods?', '2. Wat kost de loods?'];
    expect(pairsOf('Deze brief gaat over:', ...points, 'en over meer.', '', ANSWERED)).toEqual([
      [null, 'Deze brief gaat over:'],
      [null, points[0]],
      [null, `${points[1]} en over meer.`],
      [null, ANSWERED],
    ]);
    expect(pairsOf('Vraag 1', 'Kunt u zeggen:', ...points, '', 'Antwoord 1', ANSWERED)).toEqual([
      [`Kunt u zeggen: ${points.join(' ')}`, ANSWERED],
    ]);
  });

  it.each([
    'Antwoord op vraag 1 en vraag 2',
    'Antwoord op de vragen 1/2',
    'Gezamenlijk antwoord op vragen 1 en 2',
    'Antwoord vragen 1 & 2:',
  ])('answered under %j', (marker) => {
    expect(pairsOf('Vraag 1', 'Wat kost de loods?', '', 'Vraag 2', 'Wie betaalt dat?', '', marker, ANSWERED)).toEqual([
      ['Wat kost de loods? Wie betaalt dat?', ANSWERED],
    ]);
  });

  it('are not answered anew where an answer points at another', () => {
    const answer = ['Nee. Ik verwijs u naar wat er staat in mijn', 'antwoord op vraag 1 en vraag 2', 'van deze brief.'];
    const answered = answer.join(' ');
    expect(pairsOf('Vraag 3', 'Komt er een tweede loods?', '', 'Antwoord 3', ...answer)).toEqual([
      ['Komt er een tweede loods?', answered],
    ]);
  });
});
