import { INITIALS, NAME_WORD, PARTICLE } from '../../letters/signature/names.ts';
import type { Span } from '../../letters/types.ts';
import type { Corpus } from '../types.ts';

const MEMBER = `(?:${INITIALS})?(?:${PARTICLE}\\s){0,3}${NAME_WORD}(?:\\s(?:${PARTICLE}|${NAME_WORD})){0,4}`;
/** "(PVV)", "(GroenLinks-PvdA)", "(beiden SP)"; between brackets that hold a day or a number stands no party. */
const PARTY =
  '\\s?\\((?:beiden?\\s|allen\\s|allebei\\s)?(?:\\p{Lu}|50)[\\p{L}&/+-]{0,40}\\d{0,2}(?:\\s[\\p{L}-]{1,20}){0,4}\\)';
/** Members as letters name them, with their parties: "de leden Van Kent (SP) en Piri (PvdA)". */
const MEMBERS = new RegExp(
  `(?<!\\p{L})(?:(?:[Hh]et|[Dd]e)\\s)?(?:(?:(?:[Tt]weede|[Ee]erste)\\s)?[Kk]amer)?(?:[Ll]id|[Ll]eden)\\s${MEMBER}(?:${PARTY})?(?:(?:,|\\sen)\\s${MEMBER}(?:${PARTY})?){0,20}`,
  'gu',
);
const ARE_MEMBERS = /^(?:(?:het|de)\s)?(?:(?:(?:tweede|eerste)\s)?kamer)?(?:lid|leden)\s/iu;
/** All who were named before are of that party; else the last of them alone. */
const OF_ALL = /^(?:beiden?|allen|allebei)\s/u;
const SPEAKS_OF_MEMBERS = /(?:lid|leden)\s/iu;

/** Members of parliament who are named together, and where. */
export interface MembersNamed extends Span {
  readonly members: readonly {
    readonly name: string;
    /** Null where none stands behind the name. */
    readonly party: string | null;
    /** Where the name ends, with the party behind it. */
    readonly end: number;
  }[];
}

/** Where a text names members of parliament, with their parties. */
export function membersNamed(text: string): MembersNamed[] {
  if (!SPEAKS_OF_MEMBERS.test(text)) return [];
  return [...text.matchAll(MEMBERS)].map(({ 0: words, index }) => {
    // Names and parties take turns.
    const parts = words.split(/[()]/u);
    const members = parts.flatMap((part, i) => {
      if (i % 2 === 1) return [];
      const names = part.replace(ARE_MEMBERS, '').split(/,\s|\sen\s/u);
      const party = parts[i + 1];
      const end = index + parts.slice(0, i + 2).join('(').length + (party === undefined ? 0 : 1);
      return names.flatMap((typed, place) => {
        const name = typed.trim();
        const isOf = party !== undefined && (OF_ALL.test(party) || place === names.length - 1);
        return name === '' ? [] : [{ name, party: isOf ? party.replace(OF_ALL, '') : null, end }];
      });
    });
    return { start: index, end: index + words.length, members };
  });
}

/** The members of parliament and the parties that letters name. */
export interface Parliament {
  readonly members: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
}

const known = new WeakMap<Corpus['passages'], Parliament>();

/** Who sits in parliament, as letters name them; read once of a corpus. */
export function parliamentIn({ passages }: Pick<Corpus, 'passages'>): Parliament {
  const before = known.get(passages);
  if (before) return before;
  const named = passages.flatMap(({ passage }) => membersNamed(passage.text).flatMap(({ members }) => members));
  const parliament = {
    members: new Set(named.map(({ name }) => name)),
    parties: new Set(named.flatMap(({ party }) => party ?? [])),
  };
  known.set(passages, parliament);
  return parliament;
}
