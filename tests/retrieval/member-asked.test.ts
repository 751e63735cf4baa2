import { describe, expect, test } from 'vitest';
import { memberAsked } from '../../src/retrieval/question/member-asked.ts';
import { speaksOfMember } from '../../src/retrieval/question/member-said.ts';

describe('Who a question asks of whether they are members', () => {
  test.each([
    ['Is Finland lid van de NAVO?', 'Finland'],
    ['En is Noord-Macedonië nu al lid?', 'Noord-Macedonië'],
    ['Zijn Zweden en Finland leden van de NAVO?', 'Zweden en Finland'],
    ['Zijn Noorwegen, Zweden en Finland bondgenoten?', 'Noorwegen, Zweden en Finland'],
    ['Is het Verenigd Koninkrijk nog lidstaat van de EU?', 'het Verenigd Koninkrijk'],
    ['Is Finland sinds 2023 lid van de NAVO?', 'Finland'],
    ['Is Bosnia and Herzegovina a member of the EU?', 'Bosnia and Herzegovina'],
    ['Are the United Arab Emirates members of the WTO?', 'the United Arab Emirates'],
    ['Was de Republiek van de Filipijnen al een bondgenoot?', 'de Republiek van de Filipijnen'],
    ['Is minister Kamp lid van de commissie?', 'minister Kamp'],
  ])('%s', (question, who) => {
    expect(memberAsked(question)).toBe(who);
  });

  test.each([
    'Is het voorstel van de Europese Commissie door de lidstaten aangenomen?',
    'Zijn Nederlandse militairen samen met bondgenoten in Litouwen gelegerd?',
    'Are Dutch troops stationed with allies in Lithuania?',
    'Zijn Duitse bondgenoten bereid schepen te sturen?',
    'Are European allies sending ships?',
    'Worden de plannen van de NAVO met leden van de Kamer besproken?',
    'Is artikel 5, tweede lid van de wet gewijzigd?',
    'Wie is lid van de NAVO?',
  ])('%s: of nobody', (question) => {
    expect(memberAsked(question)).toBeNull();
  });
});

describe('A sentence speaks of the membership of Finland', () => {
  const speaks = (text: string) => speaksOfMember(text, (words) => /Finland|Finse/.test(words));

  test.each([
    'Finland is sinds vorig jaar april volwaardig lid van de NAVO.',
    'Finland werkt met de NAVO samen, maar is geen lid.',
    'De Finse toetreding tot de NAVO is bekrachtigd.',
    'Het kabinet sprak met de leden over het lidmaatschap van Finland.',
    'De tien bondgenoten zijn: België, Denemarken en Finland.',
    'De SG sprak met NAVO-partners Georgië, Zweden en Finland over de Zwarte Zee.',
    'Finland is een belangrijke partner van de NAVO.',
    'Het lid Van Dijk vroeg of Finland lid van de NAVO is.',
  ])('%s', (text) => {
    expect(speaks(text)).toBe(true);
  });

  test.each([
    'Er is gesproken met NAVO-partners Georgië en Oekraïne over de Zwarte Zee en met de Finse Minister van Defensie.',
    'De bondgenoten spraken met Finland over de Oostzee.',
    'De oefening in Finland is door de leden van de commissie bezocht.',
    'Het lid Van Dijk vroeg naar Finland.',
    'Oekraïne wil lid worden van de NAVO.',
  ])('%s: it does not', (text) => {
    expect(speaks(text)).toBe(false);
  });
});
