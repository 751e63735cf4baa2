export const OFFICES =
  'minister-president|vice-minister-president|minister|staatssecretaris|vice-president|secretaris-generaal|informateur|formateur|directeur-generaal|commandant der strijdkrachten';
/** Words that may stand uncapitalised within the name of an office. */
const SMALL =
  'van|voor|en|der|de|het|tevens|minister|staatssecretaris|a\\.i\\.|viceminister-president|vice-minister-president';
/** "De Minister van Buitenlandse Zaken,", also without article or comma. */
const OFFICE = new RegExp(
  `^(?:de |het )?(?:(?:plv\\.|plaatsvervangend|demissionair|waarnemend) )?(?:${OFFICES})(?:(?:,| [–-])? (?:${SMALL}|[\\p{Lu}&][\\p{L}&’'-]*)){0,14} ?,?$`,
  'u',
);
/** What goes on with a line under it: "De Minister van Klimaat en". */
const UNFINISHED = /\s(?:van|voor|en|der|de|het),?$/i;
const OFFICE_START = new RegExp(`^(?:de |het )?(?:${OFFICES})\\b`, 'iu');
/** Longer lines name no office. */
export const MAX_LENGTH = 160;

/** Whether a line begins with an office. */
export function beginsWithOffice(text: string): boolean {
  return OFFICE_START.test(text);
}

/** Whether a text is the name of an office and nothing else. */
export function isOffice(text: string): boolean {
  if (!OFFICE_START.test(text) || UNFINISHED.test(text) || /Kamer|Staten-Generaal/i.test(text)) return false;
  // In capitals every word looks like a name's; the names of offices are short.
  const form = text === text.toUpperCase() ? text.toLowerCase().replace(/\b\p{Ll}/gu, (c) => c.toUpperCase()) : text;
  return OFFICE.test(form.replace(OFFICE_START, (office) => office.toLowerCase()));
}

/** An office without its article and comma. */
export function tidyOffice(text: string): string {
  return text
    .replace(/^(?:de|het)\s+/i, '')
    .replace(/(?<!\s)\s*,$/, '')
    .replace(/\s+/g, ' ');
}
