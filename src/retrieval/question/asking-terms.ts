import { either } from '../analysis/phrases.ts';

/** Things that go by a name: "which country" wants one. */
const NAMED_THINGS = `
  land/landen
  staat
  staten
  gemeente/gemeenten
  stad
  steden
  plaats/plaatsen
  provincie/provincies
  partij/partijen
  bedrijf/bedrijven
  multinational/multinationals
  bank/banken
  organisatie/organisaties
  instelling/instellingen
  club
  werkgeversclub
  vakbond
  krant
  tijdschrift
  minister/ministers
  bewindspersoon/bewindsman/bewindsvrouw
  staatssecretaris
  kamerleden
  kamerlid
  politicus/politici
  persoon/personen
  hoogleraar
  commissie
  universiteit/universiteiten
  ziekenhuis
  ziekenhuizen
  eiland/eilanden
  rivier/rivieren
  regio/regio's
  taal
  talen
  schip
  schepen
  country/countries
  state/states
  town/towns
  city/cities
  municipality/municipalities
  province/provinces
  party/parties
  company/companies
  firm/firms
  bank/banks
  organisation/organisations/organization/organizations
  body/bodies
  union/unions
  newspaper/newspapers
  magazine/magazines
  mp/mps
  politician/politicians
  person/persons
  professor/professors
  committee/committees
  university/universities
  hospital/hospitals
  island/islands
  river/rivers
  region/regions
  language/languages
  ship/ships
`;

/** What questions say when they ask for a kind of thing; what comes first counts ("hoeveel jaar" asks no number). */
export const ASKING = {
  address: `
    webadres
    url
    webaddress
    web address
    website
    webpage
    web page
    hyperlink
  `,
  share: `
    percentage
    procent
    percent
    per cent
    welk deel
    what/which share/proportion
    how large a share
    hoeveel%
    hoeveel %
  `,
  money: `
    hoeveel ..1 geld/euro/miljoen/miljard/subsidie/budget/centen
    wat/hoeveel kost/kosten/kostte/kostten
    wat/hoeveel ...60 kosten
    welk bedrag
    hoe duur
    how expensive
    what amount/sum
    how many euros/million/billion
    how much ..1 money/funding
    how much does/did/will/would/do ...60 cost/pay/spend
  `,
  duration: `
    hoelang
    hoe lang
    hoeveel jaar/jaren/maanden/weken/dagen/uur/uren
    hoe oud
    welke leeftijd
    welke termijn
    how long
    how many years/months/weeks/days/hours
    how old
    what/which age
  `,
  when: `
    wanneer
    welk/welke jaar/jaren/datum/dag/maand
    hoe laat
    since/until/till/by/from when
    which/what year/years/date/day/month
    ^ (and) when
  `,
  count: `
    hoeveel
    hoe groot/vaak/hoog
    welk aantal
    how many/much/large/big/high/often
    what number of
  `,
  named: `
    welk/welke/which/what ..3 ${either(NAMED_THINGS)}
    hoe heet/heten/heette/heetten
    naam/namen van
    bij naam
    by name
    name/names of
    is called
  `,
  who: `
    ^ ..2 wie/wiens/who/whom/whose
  `,
  where: `
    ^ (en/and) waar/waarheen/where
    - ^ (en/and) waar om/op/voor/aan/door/mee/over/in/uit/toe/van/bij/naar/onder
    - ^ (en/and) waar ...1000 over/mee/aan/voor/toe/van/uit/bij $
  `,
  reason: `
    waarom
    reden
    hoezo
    why
    reason
  `,
} as const;
