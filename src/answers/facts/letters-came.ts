/** What all letters did. */
const SENT = '(?:ge|ver|toege)stuurd|verzonden|sent';
export const CAME = `verschenen|gepubliceerd|uitgebracht|uitgekomen|binnengekomen|ontvangen|${SENT}|published|released|issued|received|come out|come in`;
/** Such a word by itself, no part of what the letters are about: "over de ontvangen subsidies". */
const SAYS_CAME = new RegExp(
  `(?<!(?<!\\p{L})(?:de|het|een|the|a|over|about|van|of|met|with) )(?<!\\p{L})(?:${CAME})(?=$| (?:over|inzake|die|dat|that|which|aan|naar|door|to|by|van|uit|in|op|sinds|vanaf|tussen|na|vóór|about|on|regarding|from|since|between|after|before) )`,
  'iu',
);
const TO_PARLIAMENT =
  /(?<!\p{L})(?:aan|naar|door|to|by) (?:(?:de|het|the) )?(?:(?:tweede|eerste) )?(?:kamer|parlement|house|parliament)(?!\p{L})/giu;
/** Somebody else did it, or did not, or it is said of something else. */
const ELSE =
  /(?<!\p{L})(?:door|by|die|dat|that|which|hebben|heeft|had|have|has|is|was|wordt|worden|werd|niet|nooit|not|never)(?!\p{L})/iu;
const TO_SOMEBODY = /(?<!\p{L})(?:aan|naar|to)(?!\p{L})/iu;
const IS_SENT = new RegExp(`^(?:${SENT})$`, 'iu');

/**
 * What is said of letters without the word that says only that they came: "in 2022 verschenen over stikstof" makes "in 2022
 * over stikstof". Null where that they came, or to whom, is what is asked.
 */
export function withoutCame(telling: string): string | null {
  const came = SAYS_CAME.exec(telling);
  if (!came) return telling;
  const rest = telling.replace(SAYS_CAME, ' ').replace(TO_PARLIAMENT, ' ').replace(/\s+/gu, ' ').trim();
  const isTold = ELSE.test(rest) || (IS_SENT.test(came[0]) && TO_SOMEBODY.test(rest));
  return isTold ? null : rest;
}
