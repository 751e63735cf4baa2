import { phrases } from '../analysis/phrases.ts';

const SEVERAL = phrases(`
  beide
  allebei
  zowel
  vergelijk
  vergeleken
  verschil/verschillen
  verander/veranderd/veranderde/verandering/veranderingen
  ontwikkeld/ontwikkelde/ontwikkeling van/zich
  door de jaren
  in de loop van
  verloop
  verlopen
  achtereenvolgens
  both
  compare/compared
  different/difference/differences
  change/changed/changes
  evolve/evolved
  over the years
  over time
  again
  respectively
  each of
  welke/which twee/drie/two/three bijeenkomsten/vergaderingen/brieven/verslagen/meetings/letters/reports
`);

const SINCE_YEAR = /\b(?:sinds|since) (?:19|20)\d\d\b/i;
const FROM_TO_YEAR =
  /(?<=\b(?:hoe|how)\b.{1,80}\b(?:van|from)\b.{1,40}\b(?:tot|naar|to|until)\b.{0,40})\b(?:19|20)\d\d\b/i;

/** Whether a question looks for one thing in several letters: how it changed, or what both say. */
export function asksSeveral(question: string): boolean {
  return SEVERAL(question) || SINCE_YEAR.test(question) || FROM_TO_YEAR.test(question);
}
