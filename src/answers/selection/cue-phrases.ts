import { phrases } from '../../retrieval/analysis/phrases.ts';

/** What a meeting was about. */
export const ABOUT = phrases(`
  in het teken van
  staat/staan ..5 op de agenda
  op de agenda staat/staan
  stond/stonden ..4 centraal
  stond/stonden ..4 op de agenda
  op de agenda stond/stonden
  spraken/spreken/bespreken/bespraken ..8 over/de/het
  van gedachten (te) wissel*
`);

/** That something was decided. */
export const DECISION = phrases(`
  besloot/besloten
  - ligt/liggen ... besloot/besloten
  - besloten sessie*/zitting*/deel*/bijeenkomst*
  besluit/besluiten over/tot
  definitief besluit*
  stemde/stemden/stemmen/stemt ..6 in met
  ingestemd*
  gaf/gaven/gaat/gaan akkoord*
  akkoord bereikt*/over*
  een akkoord*
  nam/namen/neemt/nemen 1..14 aan
  aangenomen*
  kwam/kwamen ..6 overeen*
  overeengekomen*
  overeenstemming*
  vastgesteld*
  stelde/stelden 1..10 vast
  bekrachtig*
  goedgekeurd*
  gaf/gaven/verleende/verleenden ..3 opdracht*
  opdracht gegeven*
  ondertekend*
  tekende/tekenden
  onderschreven
  concludeerde/concludeerden
  geconcludeerd*
  is verlengd*
  verwelkomde/verwelkomden
  uitgesteld*
  riepen*
  deden ..3 een oproep*
  sprak/spraken ..4 steun uit*
  sprak/spraken ..4 uit voor*
  steun uitspraken*
  oprichting van*
  een meerderheid*
  verdeeld over*
  zegde/zegden 1..6 toe
  kondigde/kondigden ..6 aan
`);

/** Whose position it may be. */
export const SPEAKER = phrases(`
  Nederland
  Nederlandse inzet/standpunt/positie/regering
  het kabinet
  de regering
  ik
  wij
`);

/** That a position is taken. */
export const STANCE = phrases(`
  aandacht*
  aangedrongen*
  aangegeven*
  beklemto*
  benadruk*
  beoordeelt*
  bepleit*
  bereid*
  bewust*
  bijdra*
  dringt*
  gemeld*
  gepleit*
  gesproken*
  gesteund*
  gevraagd*
  geïnformeerd*
  hecht*
  het belang*
  instemmen*
  inzet*
  kan zich vinden*
  leveren*
  levert*
  onderschrij*
  onderstre*
  opgeroepen*
  oproepen*
  pleit*
  roept*
  staat ..2 achter*/voor*/positief*
  steun*
  streeft*
  toegelicht*
  toegezegd*
  uitgelegd*
  uitgesproken*
  uitspreken*
  van belang*
  van mening*
  verwees*
  verwelkom*
  verwezen*
  vind*
  vond*
  voorgesteld*
  voorstander*
  voorsteld*
  vraagt*
  vroeg*
  wil*
  zet in*
  zet zich*
  ziet*
`);

/** What comes after a meeting. */
export const NEXT = phrases(`
  binnenkort*
  dit/volgend/het jaar*/voorjaar*/najaar*/zomer*
  in (de) aanloop naar*
  komende ..2 bijeenkomst*/maanden*/weken*/jaren*/top*/raad*
  naar verwachting*
  vanaf dit voorjaar*/najaar*
  vervolgens*
  vervolgstap*
  volgende bijeenkomst*/vergadering*/raad*/top*/ministeri*
  volgende stap*
  voor het zomerreces*/kerstreces*
  vooruitgeblikt*
  vooruitgekeken*
`);

/** That something lies ahead. */
export const FUTURE = phrases(`
  dient
  gaat/gaan
  komt
  ligt
  moet
  plaatsvinden
  presenteert
  spreken
  starten
  verwachting
  vindt plaats
  volgt
  voorzien
  wordt/worden
  zal/zullen
`);
