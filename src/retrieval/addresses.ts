/** How it goes on where a line end behind a hyphen or a slash cut it: "https://…/politiehond-in- dalfsen-overleden". */
const CUT = '(?:(?<=[-/])\\s+(?=[\\p{Ll}\\d])\\S*[-/]\\S*)*';
const ADDRESS = new RegExp(
  `(?:(?:https?:\\/\\/|www\\.)\\S*|(?<![\\p{L}\\d@.-])[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.(?:nl|com|org|net|eu|be|int|gov)(?![\\p{L}\\d])\\S*)${CUT}`,
  'giu',
);

/** A text without the addresses of web pages in it, also those whose beginning was left out; the same text where it has none. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, ' ');
}
