import { expect, test } from 'vitest';
import { isQuotable } from '../../src/retrieval/quotable.ts';
import { lettersFrom } from '../support/letters-library.ts';

/** Whether a paragraph of a letter can be quoted as an answer. */
function quotable(paragraph: string): boolean | undefined {
  const text = `Den Haag, 3 maart 2023\n\nGeachte voorzitter,\n\n${paragraph}\n\nDe haven wordt verdiept.\n`;
  const passage = lettersFrom({ 'brief.txt': text })
    .flatMap(({ passages }) => passages)
    .find((each) => each.text.startsWith(paragraph.slice(0, 20)));
  return passage && isQuotable(passage);
}

test.each([
  ['Hierbij ontvangt u het verslag van de Landbouwraad van 6 februari 2023 te Brussel.', false],
  ['Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.', false],
  ['Hierbij ontvangt u de agenda van de raad, die op 6 februari via een videoverbinding plaatsvindt.', true],
  ['Hierbij ontvangt u het verslag. De raad sprak over visquota voor de Noordzee.', true],
  [
    'In antwoord op uw brief van 3 mei 2023, nr. 12, deel ik u mede dat de vragen worden beantwoord zoals aangegeven.',
    false,
  ],
  ['Antwoorden van de minister van Visserij op Kamervragen van het lid Jansen (XYZ) over visquota.', false],
  ['van de leden Jansen (XYZ) en De Vries (ABC) over visquota.', false],
  ['In antwoord op de vraag van Ierland zei de Commissie dat de visquota omlaag gaan.', true],
  ['De visquota voor de Noordzee gaan omlaag.', true],
  [') https://www.voorbeeld.nl/nieuws/23719/visquota-voor-de-noordzee-die-niet- omlaag-gaan).', false],
  ['2. voorbeeld.nl/sites/default/files/2021-09/visquota-noordzee.pdf', false],
  ['https://www.voorbeeld.nl/nieuws- daar staan de visquota-cijfers van dit jaar.', true],
  ['De visquota staan op voorbeeld.nl/quota en gaan omlaag.', true],
])('%s', (paragraph, can) => {
  expect(quotable(paragraph)).toBe(can);
});
