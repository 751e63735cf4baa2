import { hasMoment } from './moments.ts';
import {
  AIMS,
  CHANNEL,
  DOES_SO,
  DONE,
  FOLLOWS,
  KEPT_HERE,
  NOT_PROMISED,
  OFFERS,
  PARLIAMENT,
  PROMISED,
  PROMISES,
  RECEIVES,
  SENDS_ANOTHER,
  TELLS,
  WILL_ACT,
  WILL_TELL,
  WRITER,
  WRITER_WILL,
} from './phrases.ts';

/** Where a sentence goes on to another matter: what is done in one half says nothing of the other. */
const HALVES = /;|, (?:en|maar|waarna|terwijl) /;
/** "Over de kosten van 2026": what it tells about, not when. */
const ABOUT = / over (?!(?:een|twee|drie|vier|vijf|zes|enkele|een paar) (?:dagen|weken|maanden)).*/is;

/** "Onderzoeken of …": what is looked into says nothing of whether that is promised. */
const LOOKED_INTO =
  /(?<=\b(?:bekijken|bezien|inventariseren|nagaan|onderzoeken|verkennen)) (?:of|hoe|waar|wat|welke|wanneer|in hoeverre)\b.*/is;

/** How sure it is that a sentence promises parliament to tell it something, 0 to 1; 0.5 for what was promised before. */
export function promiseStrength(text: string): number {
  if (text.trimEnd().endsWith('?')) return 0;
  return Math.max(...[text, ...text.split(HALVES)].map(strengthOf));
}

function strengthOf(text: string): number {
  const act = text.replace(LOOKED_INTO, '');
  if (WILL_ACT(act) && !DONE(act) && !NOT_PROMISED(act)) return 1;
  if (DONE(text) || NOT_PROMISED(text)) return 0;
  if (PROMISES(text)) return 1;
  const parliament = PARLIAMENT(text);
  if (parliament && (WILL_TELL(text) || RECEIVES(text) || SENDS_ANOTHER(text) || AIMS(text))) return 1;
  if (WRITER_WILL(text) && CHANNEL(text) && WILL_TELL(text)) return 1;
  if ((parliament || WRITER(text)) && TELLS(text) && hasMoment(text.replace(ABOUT, ''))) return 1;
  if (parliament && OFFERS(text) && hasMoment(text.replace(ABOUT, ''))) return 1;
  if (DOES_SO(text) && CHANNEL(text) && hasMoment(text)) return 1;
  if (FOLLOWS(text) && hasMoment(text)) return 1;
  if (PROMISED(text) && (parliament || WRITER(text))) return 1;
  return /\btoegezegd\b/i.test(text) && /\bik\b/i.test(text) ? 0.5 : 0;
}

/** Whether a sentence speaks of a promise made before. */
export function wasPromised(text: string): boolean {
  return PROMISED(text) && !WILL_TELL(text);
}

/** Whether a sentence says that the letter it stands in keeps a promise. */
export function keepsHere(text: string): boolean {
  return KEPT_HERE(text);
}
