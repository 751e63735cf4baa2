import { fold } from '../analysis/fold.ts';

const CAPITALS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Regions have codes too, which are names of no country: the European Union, the United Nations. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ']);
const CALLED_OTHERWISE = [
  'vs',
  'vk',
  'us',
  'usa',
  'uk',
  'dprk',
  'engeland',
  'england',
  'amerika',
  'america',
  'palestina',
];
let known: ReadonlySet<string> | null = null;

/** Whether a name is that of a country, in Dutch or English, as Unicode's tables have them. */
export function isCountry(name: string): boolean {
  known ??= countries();
  return known.has(plain(name));
}

function countries(): ReadonlySet<string> {
  const codes = CAPITALS.flatMap((first) => CAPITALS.map((second) => first + second));
  const names = ['nl', 'en'].flatMap((language) => {
    const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => (NO_COUNTRIES.has(code) ? [] : (regions.of(code) ?? [])));
  });
  return new Set([...names.map(plain), ...CALLED_OTHERWISE]);
}

function plain(name: string): string {
  return fold(name).replace(/^(?:de|het|the)\s+/u, '');
}
