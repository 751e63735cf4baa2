import { describe, expect, test } from 'vitest';
import { memberAsked } from '../../src/retrieval/question/member-asked.ts';

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
