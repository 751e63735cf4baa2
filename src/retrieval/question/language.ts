import { tokens } from '../analysis/tokens.ts';
import { generalShare } from '../lexical/rarity.ts';
import type { Language } from '../types.ts';

/** Words that are frequent in another European language and mean nothing in Dutch or English. */
const ELSEWHERE = new Set(
  `der das ist und nicht ein eine einen wie wann warum welche welcher welches wurde wird werden haben hat sind für mit von
  zum zur auf bei über nach dem den sich auch ich wir sie ihr
  le la les une et est sont quel quelle quels quelles quand pourquoi comment combien où qui que dans pour avec sur pas ce
  cette ces aux du il elle nous vous ont été
  el los las una unos es son qué cuál cuándo cómo cuánto cuántos dónde quién por para con del y se su fue ha
  il lo gli un che chi quando perché dove quanto quanti come sono della delle nel
  o os as um uma não é são qual quais quando porque onde quem como em na no do da dos das pelo
  och är det som på att inte vad när varför hur vem i och og er hvad hvornår hvorfor jest nie co kiedy dlaczego jak kto
  ve ne nedir bir için nasıl kim`
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .split(/\s+/),
);
/** Of those, words that Dutch or English use as well. */
const SHARED = new Set(
  'der den die des en is in an a i as do no on un per ten die van was war had me see he o com son er hat il du pas co as sur ha ne kim com'.split(
    ' ',
  ),
);

/** The language of a question: Dutch or English, by how often each uses its words; `other` for anything else. */
export function languageOf(question: string): Language | 'other' {
  const letters = question.match(/\p{L}/gu)?.length ?? 0;
  const latin = question.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < letters / 2) return 'other';
  const forms = tokens(question).flatMap((token) => (/\d/.test(token.form) ? [] : [token.form]));
  let lean = 0;
  let foreign = 0;
  let known = 0;
  for (const form of forms) {
    const dutch = generalShare(form, 'nl');
    const english = generalShare(form, 'en');
    lean += Math.log(dutch / english);
    if (ELSEWHERE.has(form)) foreign += !SHARED.has(form) && Math.max(dutch, english) < 0.002 ? 1 : 0;
    else if (Math.max(dutch, english) > 0.0003) known++;
  }
  if (foreign >= 2 && foreign >= known / 2) return 'other';
  return lean >= 0 ? 'nl' : 'en';
}
