import { termsIn } from '../../term-list.ts';

/** Things that go by a name: "which country" wants one. */
const NAMED_THINGS = `
  land(en)
  staat
  staten
  gemeente(n)
  stad
  steden
  plaats(en)
  provincie(s)
  partij(en)
  bedrij[f|ven]
  multinational(s)
  bank(en)
  organisatie(s)
  instelling(en)
  club
  werkgeversclub
  vakbond
  krant
  tijdschrift
  minister(s)
  bewinds[persoon|man|vrouw]
  staatssecretaris
  kamerleden
  kamerlid
  politic[us|i]
  perso[on|nen]
  hoogleraar
  commissie
  universiteit(en)
  ziekenhuis
  ziekenhuizen
  eiland(en)
  rivier(en)
  regio('s)
  taal
  talen
  schip
  schepen
  countr[y|ies]
  state(s)
  town(s)
  cit[y|ies]
  municipalit[y|ies]
  province(s)
  part[y|ies]
  compan[y|ies]
  firm(s)
  bank(s)
  organi[s|z]ation(s)
  bod[y|ies]
  union(s)
  newspaper(s)
  magazine(s)
  mp(s)
  politician(s)
  person(s)
  professor(s)
  committee(s)
  universit[y|ies]
  hospital(s)
  island(s)
  river(s)
  region(s)
  language(s)
  ship(s)
`;

/** What questions say when they ask for a kind of thing; what comes first counts ("hoeveel jaar" asks no number). */
export const ASKING = {
  address: `
    webadres
    url
    web( )address
    website
    web( )page
    hyperlink
  `,
  share: `
    percentage
    procent
    per( )cent
    welk deel
    [what|which] [share|proportion]
    how large a share
    hoeveel( )%
  `,
  money: `
    hoeveel( _) [geld|euro|miljoen|miljard|subsidie|budget|centen]
    [wat|hoeveel] [kost|kosten|kostte|kostten]
    [wat|hoeveel] ...60 kosten
    welk bedrag
    hoe duur
    how expensive
    what [amount|sum]
    how many [euros|million|billion]
    how much( _) [money|funding]
    how much [does|did|will|would|do] ...60 [cost|pay|spend]
  `,
  duration: `
    hoe( )lang
    hoeveel [jaar|jaren|maanden|weken|dagen|uur|uren]
    hoe oud
    welke leeftijd
    welke termijn
    how long
    how many [years|months|weeks|days|hours]
    how old
    [what|which] age
  `,
  when: `
    wanneer
    welk(e) [jaar|jaren|datum|dag|maand]
    hoe laat
    [since|until|till|by|from] when
    [which|what] [year|years|date|day|month]
    ^(and )when
  `,
  count: `
    hoeveel
    hoe [groot|vaak|hoog]
    welk aantal
    how [many|much|large|big|high|often]
    what number of
  `,
  named: `
    [welk|welke|which|what]( _)( _)( _) [${termsIn(NAMED_THINGS).join('|')}]
    hoe he[et|ten|ette|etten]
    naam van
    namen van
    bij naam
    by name
    name(s) of
    is called
  `,
  who: `
    ^(_ )(_ )[wie|wiens|who|whom|whose]
  `,
  where: `
    ^(en )(and )[waar|waarheen|where]
  `,
  reason: `
    waarom
    reden
    hoezo
    why
    reason
  `,
} as const;

/** What takes back that a kind of thing is asked for: "waarom" and "waar gaat het over" ask for no place. */
export const NOT_ASKING: { readonly [type in keyof typeof ASKING]?: string } = {
  where: `
    ^(en )(and )waar( )[om|op|voor|aan|door|mee|over|in|uit|toe|van|bij|naar|onder]
    ^(en )(and )waar ~ [over|mee|aan|voor|toe|van|uit|bij]$
  `,
};
