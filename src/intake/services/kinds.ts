import type { Paper } from './paper.ts';

/** Papers that hold a minister's own words to parliament, as the services call them. */
const LETTERS: ReadonlySet<string> = new Set([
  'brief regering',
  'brief van regering',
  'aanbiedingsbrief',
  'geleidende brief',
  'geannoteerde agenda',
  'antwoord schriftelijke vragen',
  'antwoord schriftelijke vragen (nader)',
  'aanhangsel van de handelingen',
  'lijst van vragen en antwoorden',
  'verslag van een schriftelijk overleg',
]);

/** Names that don't tell whose words they are: the title does. */
const VAGUE: ReadonlySet<string> = new Set(['', 'brief', 'kamerstuk', 'overige kamerstukken']);

const LETTER_TITLE =
  /^(?:brief|geannoteerde agenda|lijst van vragen en antwoorden|antwoord\p{L}* |verslag van een schriftelijk overleg)/iu;
/** "Brief van het lid ...", "Brief Algemene Rekenkamer", "Brief Presidium". */
const OTHER_SENDER =
  /^brief\s+(?:van\s+)?(?:de\s+|het\s+|een\s+)?(?:(?:vaste|algemene|tijdelijke|bijzondere)\s+)*(?:(?:kamer|rijks)?commissie|kamer|leden|lid|fractie|presidium|(?:kamer)?voorzitter|griffier|rekenkamer|(?:nationale )?ombudsman|afdeling|raad van state|eerste kamer|europese commissie|ctivd|(?:in)?formateur|verkenner|president|hoge raad|derden?|burger)(?!\p{L})/iu;

/** Whether a paper is a minister's letter, or answers, an annotated agenda or a report. */
export function isLetter({ kind, subject }: Pick<Paper, 'kind' | 'subject'>): boolean {
  const called = kind.trim().toLowerCase();
  if (LETTERS.has(called)) return true;
  if (!VAGUE.has(called)) return false;
  const title = subject?.trim() ?? '';
  if (OTHER_SENDER.test(title)) return false;
  return called === 'brief' || LETTER_TITLE.test(title);
}
