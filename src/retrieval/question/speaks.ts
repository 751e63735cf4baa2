import type { Span } from '../../letters/types.ts';
import { phrases } from '../analysis/phrases.ts';

/** What somebody does who thinks, says, asks or wants something; first persons are who writes. */
const SAYING = phrases(`
  vindt/vinden/vond/vonden/denkt/denken/dacht/dachten/meent/menen/meende/meenden/acht/achtte/achten
  zegt/zeggen/zei/zeiden/gezegd/noemt/noemen/noemde/noemden/genoemd
  stelt/stellen/stelde/stelden ..4 dat/voor
  wil/willen/wilde/wilden/wenst/wensen/wenste/wensten/eist/eisen/eiste/eisten/geëist/verlangt/verlangen/verlangde
  vraagt/vroeg/vroegen/verzoekt/verzocht/verzochten/verzoeken
  vragen/gevraagd ..3 of/om/naar/waarom/hoe/wat/wanneer/welke/waar/aandacht/zich/dat
  of/om/naar/waarom/hoe/wat/welke/aandacht ... gevraagd
  roept/roepen/riep/riepen/opgeroepen/pleit/pleiten/pleitte/pleitten/gepleit/bepleit/bepleiten/bepleitte
  steunt/steunen/steunde/steunden/gesteund/onderschrijft/onderschreef/onderschrijven
  verwerpt/verwerpen/verwierp/verwierpen/weigert/weigerde/weigeren/waarschuwt/waarschuwde/waarschuwen/gewaarschuwd
  stemt/stemde/stemden/stemmen/gestemd ..4 voor/tegen/in
  voor/tegen ... gestemd/gestemde/stemde/stemden
  is/zijn/was/waren ..4 voor/tegen/voorstander/tegenstander/kritisch/bezorgd/mening/oordeel/eens/oneens
  verwacht/verwachten/verwachtte/verwachtten/hoopt/hopen/hoopte/hoopten/vreest/vrezen/vreesde/betreurt/betreurde
  benadrukt/benadrukte/benadrukten/benadrukken/onderstreept/onderstreepte/verklaart/verklaarde/verklaarden
  betoogt/betoogde/constateert/constateerde/constateren/concludeert/concludeerde/suggereert/suggereerde/suggereren
  reageert/reageerde/reageerden/adviseert/adviseerde/oppert/opperde/beweert/beweerde/schrijft/schreef/schreven
  wijst/wees/wezen/wijzen/dringt/drong/drongen/aangedrongen/gewezen ..12 op/aan/erop
  geeft/gaf/gaven/geven ... aan
  aangegeven/aangekondigd/voorgesteld/toegezegd/meegedeeld/medegedeeld/gemeld/opgemerkt
  laten/liet/lieten ... weten
  kondigt/kondigde/meldt/meldde/meldden/deelt/deelde ... aan/dat/mee/mede
  maakt/maken/maakte/maakten ... zorgen/bezwaar
  heeft/hebben/had/hadden ... zorgen/kritiek/bezwaar/bezwaren/motie/amendement/voorstel
  diende/dienden/dient/dienen ... in
  thinks/thought/says/said/wants/wanted/asks/asked/demands/demanded/calls/called/supports/supported/rejects/rejected
  warns/warned/stresses/stressed/proposes/proposed/believes/believed/voted/opposes/opposed/expects/expected/urges/urged
`);
/** What somebody's view stands in: "de motie van het lid Otter". */
const VIEW_OF =
  /(?<!\p{L})(?:standpunt|mening|opvatting|oordeel|visie|positie|houding|kritiek|bezwa(?:ar|ren)|zorgen?|wens(?:en)?|eis(?:en)?|verzoek(?:en)?|oproep|pleidooi|voorstel(?:len)?|initiatief\p{L}*|moties?|amendement(?:en)?|aanbeveling(?:en)?|suggesties?|stem(?:men)?|woorden|uitspra(?:ak|ken)|inbreng|bijdrage|view|opinion|position|proposal|motion|request|concerns?)(?:(?:\s[\p{L}\d()'’-]+){0,8}?|[^;]{1,240}\sen(?:\sdie)?)\s(?:van|of)\s$/iu;
const QUESTION_OF = /(?<!\p{L})(?:vraag|vragen|question)\s(?:van|of)\s$/iu;
const ASKING =
  /^,?\s(?:of|om|naar|waarom|hoe|wat|waar\p{L}*|welke?|wanneer|in hoeverre|whether|why|how|what|to)(?!\p{L})/iu;
/** "Namens" tells whose it is, and is none of these. */
const BEHIND_PREPOSITION =
  /(?<!\p{L})(?:van|aan|met|over|tegen|bij|door|op|voor|uit|naar|onder|tussen|binnen|rond|of|by|with|to|about|against|for|from)\s$/iu;
const ACCORDING = /(?<!\p{L})(?:volgens|aldus|according to)\s$/iu;
const BY = /(?<!\p{L})(?:door|by)\s$/iu;
const DONE =
  /(?<!\p{L})(?:gevraagde?|voorgestelde?|gewenste?|geëiste?|bepleite?|gesuggereerde?|genoemde?|geuite?|geopperde?|verzocht\p{L}?|aangegeven|gezegd|aangedragen|aangekaarte?|aangehaalde?|opgemerkte?|beweerde?|motie|amendement|initiatief\p{L}*|voorstel|proposed|requested|said)(?!\p{L})/iu;
const WITH = /(?<!\p{L})(?:met|with)\s$/iu;
const AGREES = /(?<!\p{L})(?:eens|oneens|mening|oordeel|agree|disagree)(?!\p{L})/iu;
/** Another who speaks: what follows is theirs. */
const OTHER =
  /(?<!\p{L})(?:ik|wij|we|mijn|ons|onze|het kabinet|de regering|(?:de|het) (?:minister|staatssecretaris|ministerie)\p{L}*|the government|the minister)(?!\p{L})/iu;
const CLAUSE_ENDS = /[.;:?!](?:\s|$)/u;
/** So far from who speaks the verb stands, in UTF-16 units. */
const NEAR = 110;
/** Right before who speaks: "Verder vindt de SP", "heeft het lid Otter gevraagd". */
const WORDS_BEFORE = /(?:[\p{L}'’-]+\s){0,3}$/u;

/** Whether a sentence says of who is named at a place in it that they think, say, ask or want something. */
export function speaks(text: string, { start, end }: Span): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const clause = after.slice(0, NEAR).split(CLAUSE_ENDS)[0] ?? '';
  // "De motie Van Otter" is written "de motie van Otter" as well.
  const particle = /^van\s/u.exec(text.slice(start, end))?.[0] ?? '';
  if (ACCORDING.test(before) || VIEW_OF.test(before + particle)) return true;
  if (QUESTION_OF.test(before)) return ASKING.test(after);
  if (BY.test(before)) return DONE.test(clause) || DONE.test(WORDS_BEFORE.exec(before)?.[0] ?? '');
  if (WITH.test(before)) return AGREES.test(clause) || AGREES.test(WORDS_BEFORE.exec(before)?.[0] ?? '');
  if (BEHIND_PREPOSITION.test(before)) return false;
  const own = clause.split(OTHER)[0] ?? '';
  const [head = ''] = WORDS_BEFORE.exec(before) ?? [];
  return SAYING(own) || (!OTHER.test(head) && SAYING(`${head}${own}`));
}
