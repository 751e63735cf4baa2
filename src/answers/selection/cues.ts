import { findDates } from '../../letters/dates/find.ts';

/** What a sentence of a letter about a meeting does. */
export type Cue = 'about' | 'decision' | 'position' | 'promise' | 'next';

const ABOUT =
  /\b(?:in het teken van|staa[nt] (?:\w+ ){0,5}op de agenda|op de agenda sta(?:at|an)|stond(?:en)? (?:\w+ ){0,4}(?:centraal|op de agenda)|op de agenda stond(?:en)?|(?:spraken|spreken|bespreken|bespraken) (?:\w+ ){0,8}(?:over|de|het)\b|van gedachten (?:te )?wissel)/i;

const DECISION =
  /\b(?:(?<!lig(?:t|gen) .{0,120})beslo(?:ot|ten)\b(?! (?:sessie|zitting|deel|bijeenkomst))|besluit(?:en)? (?:over|tot)\b|stem(?:de|den|men|t) (?:[\p{L}-]+ ){0,6}in met\b|ingestemd|ga(?:f|ven|at|an) akkoord|akkoord (?:bereikt|over)|een akkoord|n(?:am|amen|eemt|emen) (?:[\p{L}\d«»-]+ ){1,14}aan(?=[ .,]|$)|aangenomen|kw(?:am|amen) (?:[\p{L}-]+ ){0,6}overeen|overeengekomen|overeenstemming|vastgesteld|stelden? (?:[\p{L}-]+ ){1,10}vast(?=[ .,]|$)|bekrachtig|goedgekeurd|(?:ga(?:f|ven)|verleende[n]?) (?:[\p{L}-]+ ){0,3}opdracht|opdracht gegeven|ondertekend|tekende[n]?\b|onderschreven\b|concludeerden?\b|geconcludeerd|is verlengd|verwelkomden?\b|uitgesteld|definitief besluit|(?:riepen|deden (?:[\p{L}-]+ ){0,3}een oproep)|sprak(?:en)? (?:[\p{L}-]+ ){0,4}(?:steun uit|uit voor)|steun uitspraken|oprichting van|een meerderheid|verdeeld over|zegde[n]? (?:[\p{L}-]+ ){1,6}toe\b|kondigde[n]? (?:[\p{L}-]+ ){0,6}aan\b)/iu;

const SPEAKER = /\b(?:Nederland|Nederlandse (?:inzet|standpunt|positie|regering)|het kabinet|de regering|ik|wij)\b/i;
const STANCE =
  /\b(?:benadruk\p{L}*|onderstre\p{L}*|beklemto\p{L}*|steun\p{L}*|gesteund|pleit\p{L}*|gepleit|bepleit\p{L}*|hecht\p{L}*|vind(?:t|en)?|vond|van mening|inzet|(?:van|het) belang|onderschrij\p{L}*|verwelkom\p{L}*|voorstander|aangegeven|aangedrongen|dringt|gevraagd|vr(?:aagt|oeg)|aandacht|bereid|instemmen|oproepen|opgeroepen|roept|streeft|ziet|wil|staat (?:\p{L}+ ){0,2}(?:achter|voor|positief)|voor(?:ge)?steld|toegelicht|uitgelegd|geïnformeerd|gesproken|uitgesproken|uitspreken|kan zich vinden|bewust|beoordeelt|toegezegd|gemeld|zet zich|zet in|verwees|verwezen|bijdra\p{L}*|lever(?:t|en))/iu;

const PARLIAMENT = /\b(?:uw kamer|de kamer|tweede kamer|uw leden|u)\b/i;
const INFORMING =
  /\b(?:informer\p{L}*|geïnformeerd|bericht(?:en)?|op de hoogte|ontva(?:ngt|ngen)|toe(?:ge)?(?:zonden|stuurd)|toe(?:zenden|sturen|gaan|komen)|(?:ge)?stu(?:urt?|ren|urd)|zenden|nader ingaan|terugkom\p{L}*|kom\p{L}* (?:\p{L}+ ){0,5}terug|rapporter\p{L}*|aanbieden|brief)/iu;
const PROMISED =
  /\b(?:(?:heb|heeft|hebben|is|was) (?:[\p{L}-]+ ){0,8}toegezegd|toegezegd(?:e)?|zeg(?:t|gen|de|den)? (?:[\p{L}-]+ ){1,8}toe(?=[ .,]|$)|in het vooruitzicht (?:ge)?steld?e?)/iu;
const AHEAD =
  /\b(?:zal|zullen|ontvangt|ontvangen|volgt|volgen|wordt|worden|(?:op|binnen) (?:korte )?termijn|binnen \p{L}+ (?:weken|maanden)|zodra|uiterlijk|zo spoedig|stuurt?|sturen|zend)\b/iu;
/** What was sent, said or is hereby sent is no promise. */
const DONE =
  /\b(?:hierbij|bij deze|bijgaand|met deze brief|als volgt|bent u (?:\p{L}+ ){0,6}geïnformeerd|is (?:\p{L}+ ){0,4}(?:met|aan) uw kamer (?:\p{L}+ ){0,3}(?:gedeeld|gemeld|gezonden|gestuurd)|eerder aan uw kamer gemeld|u (?:onlangs|eerder) heeft gemeld|(?:geef|geven) (?:\p{L}+ ){0,4}uitvoering aan|doe ik (?:\p{L}+ ){0,3}gestand|in een (?:vertrouwelijke )?bijlage|conform (?:mijn|de) toezegging|treft u)\b/iu;

const NEXT_WORDS =
  /\b(?:volgende (?:bijeenkomst|vergadering|raad|top|ministeri\p{L}+)|vervolgstap\p{L}*|volgende stap\p{L}*|komende (?:\p{L}+ ){0,2}(?:bijeenkomst|maanden|weken|jaren|top|raad)|in de aanloop naar|in aanloop naar|vanaf dit (?:voorjaar|najaar)|(?:dit|volgend|het) (?:jaar|voorjaar|najaar|zomer)|voor het (?:zomer|kerst)reces|vooruitge(?:keken|blikt)|vervolgens|naar verwachting|binnenkort)/iu;
const FUTURE =
  /\b(?:zal|zullen|wordt|worden|vindt plaats|plaatsvinden|gaat|gaan|spreken|dient|moet|komt|volgt|voorzien|verwachting|presenteert|ligt|starten)\b/i;

/** How sure it is that a sentence is a promise to parliament, 0 to 1. */
export function promiseStrength(text: string): number {
  if (DONE.test(text)) return 0;
  const parliament = PARLIAMENT.test(text);
  if (PROMISED.test(text) && (parliament || /\b(?:commissiedebat|algemeen overleg|kamer|debat|motie)\b/i.test(text)))
    return 1;
  if (parliament && INFORMING.test(text) && AHEAD.test(text)) return 1;
  return PROMISED.test(text) && /\bik\b/i.test(text) ? 0.5 : 0;
}

/** A decision taken before the meeting is background. */
const BACKGROUND = 0.4;
/** How long before the meeting a day lies that belongs to another one. */
const RECENT_DAYS = 14;

/**
 * What a sentence does, by the words that letters of all ministries use for it, with how sure that is (0 to 1).
 *
 * @param day the day the sentence speaks from (ISO), to tell what lies ahead; null where it is not known
 */
export function cuesOf(text: string, day: string | null): ReadonlyMap<Cue, number> {
  const cues = new Map<Cue, number>();
  const promise = promiseStrength(text);
  if (promise > 0) cues.set('promise', promise);
  if (DECISION.test(text)) cues.set('decision', namesEarlierDate(text, day) ? BACKGROUND : 1);
  if (SPEAKER.test(text)) cues.set('position', STANCE.test(text) ? 1 : 0.4);
  const ahead = namesLaterDate(text, day);
  if (ahead && FUTURE.test(text)) cues.set('next', 1);
  else if (ahead || (NEXT_WORDS.test(text) && FUTURE.test(text))) cues.set('next', 0.5);
  if (ABOUT.test(text)) cues.set('about', 1);
  return cues;
}

/** Whether a text names a date after a day; a date without a year counts only where it says that it is to come. */
function namesLaterDate(text: string, day: string | null): boolean {
  return writtenDates(text).some(({ iso, direction }) => {
    if (direction === 'past') return false;
    return iso === null ? direction === 'future' : day !== null && iso > day;
  });
}

/** Whether a text names a date well before a day, and none after it: it tells what went before. */
function namesEarlierDate(text: string, day: string | null): boolean {
  if (day === null || namesLaterDate(text, day)) return false;
  const limit = new Date(Date.parse(day) - RECENT_DAYS * 86_400_000).toISOString().slice(0, 10);
  return writtenDates(text).some(({ iso, direction }) => (iso === null ? direction === 'past' : iso < limit));
}

/** The dates a text names; a month or year by itself as its first day, null where there is no year. */
function writtenDates(text: string): { readonly iso: string | null; readonly direction: 'past' | 'future' | null }[] {
  return findDates(text).flatMap(({ dates, direction }) =>
    dates.map(({ year, month, day }) => {
      const parts = [String(month ?? 1), String(day ?? 1)].map((part) => part.padStart(2, '0'));
      return { iso: year === null ? null : [year, ...parts].join('-'), direction };
    }),
  );
}
