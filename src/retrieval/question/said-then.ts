import { dayAbout } from '../../letters/dates/days.ts';
import type { Period } from '../../letters/dates/periods.ts';
import { readable } from '../../letters/readable.ts';
import { either, phrases } from '../analysis/phrases.ts';
import type { CorpusPassage } from '../types.ts';
import type { DateRange } from './dates.ts';
import { names, speaksOf } from './period.ts';

const ANNOUNCED = either(`
  kondigde/kondigden/aangekondigd/aankondigde
  beloofde/beloofden/beloofd
  zegde/zegden/toegezegd
  announce/announced
  promise/promised
`);
const SAID = either(`
  ${ANNOUNCED}
  zei/zeiden/gezegd
  antwoordde/antwoordden/geantwoord
  meldde/meldden/gemeld
  verklaarde/verklaarden/verklaard
  vertelde/vertelden/verteld
  benadrukte/benadrukten/benadrukt
  betoogde/betoogden/betoogd
  aangegeven
  say/said
  answer/answered
  reply/replied
  tell/told
  declare/declared
  stress/stressed
  emphasise/emphasised/emphasize/emphasized
`);
const WROTE = 'schreef/schreven/geschreven/write/wrote/written';
const ASKS = 'wat/hoe/waarom/what/how/why';
/** Where what somebody said is asked; what happened or was made then is asked in other words. */
const asksWords = phrases(`
  ^ (en/and/maar/but) ${ASKS} ... ${SAID}/${WROTE}
  ^ (en/and/maar/but) ${ASKS} vond/vonden/dacht/dachten/think/thought
  ^ (en/and/maar/but) ${ASKS} did ..5 think
  ^ (en/and/maar/but) welk/welke/which ... ${ANNOUNCED}
  ^ (en/and/maar/but) wie/who ..3 ${SAID}
  ^ (en/and/maar/but) ${SAID}
  ^ (en/and/maar/but) did ..5 ${SAID}/${WROTE}
  ^ (en/and/maar/but) heeft/hebben/had/has/have ..5 ${SAID}
  - vond/vonden ... plaats
`);
/** Before these a time is that of what is asked; behind "over" or "van" it may be that of what it was about. */
const WHEN =
  /(?:^\W*|(?<!\p{L}))(?:in|op|on|tijdens|during)\s+(?:(?:begin|eind|medio|late|early)\s+)?(?:(?:de|het|the)\s+)?$/iu;
const ABOUT =
  /(?<!\p{L})(?:over|about|inzake|betreffende|omtrent|regarding|concerning|on\s+(?=\S)|dat|that|die|which|(?:vond|vonden|dacht|dachten)\s.*\svan\s+(?:de|het|een|die|dat|deze|dit))(?!\p{L})/iu;

/**
 * Whether a question asks what somebody said in the time that it names, before it says about what: "Wat zei de minister in
 * 2023 over X?" In "over de begroting in 2023" the time may belong to what it was about.
 */
export function asksWhatWasSaid(question: string, { start, end }: DateRange): boolean {
  const head = question.slice(0, start);
  const when = WHEN.exec(head);
  if (!when || ABOUT.test(head.slice(0, when.index))) return false;
  return asksWords(`${head.slice(0, when.index)} ${question.slice(end)}`.replace(/\s+/g, ' ').trim());
}

/** What a sentence says that tells of somebody's words. */
const TELLS = phrases(`
  ${SAID}/${WROTE}
  gaf/gaven ..8 aan
  beantwoord*/informeerde*/geïnformeerd/bericht/berichtte
  toegelicht/medegedeeld/meegedeeld/gedeeld/opgemerkt/erkende/erkend/genoemd/noemde/noemden
  deelde/deelden ..8 mee/mede
  liet/lieten/laten ..8 weten
  sprak/spraken ..8 uit
  uitgesproken/opgeroepen/gewaarschuwd/waarschuwde/geadviseerd/adviseerde/geconcludeerd/concludeerde/bevestigd/bevestigde
  stated/informed/reported/confirmed/warned/concluded
  - het/een/dit/dat ..2 bericht
  - krantenbericht/nieuwsbericht
`);

/**
 * Whether a passage of another time's letter tells, in one sentence, what somebody said then: that a year stands there
 * makes nothing that it says a word of that year. A letter without any date may be of then.
 */
export function saidThen(period: Period, each: CorpusPassage): boolean {
  if (!speaksOf(period, each)) return false;
  const { letter, passage } = each;
  if (dayAbout(letter.metadata) === null) return true;
  return passage.sentences.some((span) => {
    const { text } = readable(letter, span, passage.skipped);
    return TELLS(text) && names(period, text, letter);
  });
}
