import { anyTerm } from '../../term-list.ts';

const SEVERAL = anyTerm(`
  beide
  allebei
  zowel
  vergelijk
  vergeleken
  verschil(len)
  verander
  verander[d|de|ing|ingen]
  ontwikkel[d|de|ing] [van|zich]
  door de jaren
  in de loop van
  verloop
  verlopen
  achtereenvolgens
  both
  compare(d)
  differen[t|ce|ces]
  chang[e|ed|es]
  evolv[e|ed]
  over the years
  over time
  again
  respectively
  each of
  [sinds|since] [19|20]##
  [hoe|how] ...80 [van|from] ...40 [tot|naar|to|until] ...40 [19|20]##
  [welke|which] [twee|drie|two|three] [bijeenkomsten|vergaderingen|brieven|verslagen|meetings|letters|reports]
`);

/** Whether a question looks for one thing in several letters: how it changed, or what both say. */
export function asksSeveral(question: string): boolean {
  return SEVERAL.test(question);
}
