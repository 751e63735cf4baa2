import { either, phrases } from '../../retrieval/analysis/phrases.ts';

/** Telling, sending, answering: what can be promised to parliament, as an infinitive. */
const TELL = either(`
  aanbieden
  beantwoorden
  berichten
  indienen
  informeren
  ingaan
  inlichten
  melden
  meenemen
  nazenden
  ontvangen
  opnemen
  overleggen
  rapporteren
  reageren
  sturen
  terugkomen
  terugkoppelen
  toegaan
  toekomen
  toesturen
  toezenden
  vermelden
  verstrekken
  verzenden
  voorleggen
  zenden
`);

/** The same as a participle. */
const TOLD = either(`
  aangeboden
  beantwoord
  bericht
  gedeeld
  geïnformeerd
  gemeld
  gerapporteerd
  gereageerd
  gestuurd
  gezonden
  ingediend
  ingegaan
  ingelicht
  meegenomen
  nagezonden
  opgenomen
  teruggekomen
  toegestuurd
  toegezonden
  verstrekt
  verzonden
  voorgelegd
`);

const WILL = 'zal/zullen/zult';
const OFFICE = 'kabinet/regering/minister*/staatssecretaris*/bewindslieden/bewindspersonen';

/** Parliament in the middle of a phrase: "uw Kamer", "de Tweede Kamer", "beide Kamers". */
const KAMER = 'uw/de/beide (tweede/eerste) kamer/kamers';

/** To look into something, or to take the next step: what whoever writes undertakes to do, as an infinitive. */
const ACT = either(`
  bekijken
  bezien
  evalueren
  inventariseren
  nagaan
  onderzoeken
  uitwerken
  verkennen
`);

/** Parliament, as a letter speaks to it. */
export const PARLIAMENT = phrases(`
  uw kamer
  de kamer
  tweede/eerste kamer
  beide kamers
  staten-generaal
  uw leden
  u
  - kamer van koophandel
`);

/** That something will be told, sent or answered. */
export const WILL_TELL = phrases(`
  ${WILL} ...240 ${TELL}
  ${WILL} ...240 ${TOLD} worden
  ${WILL} ...240 worden ${TOLD}
  ${WILL} ...240 met ${KAMER} delen
  ${WILL} ...240 op de hoogte houden/stellen/brengen/gehouden/gesteld/gebracht
  ${WILL} ...240 worden op de hoogte
  ${WILL} ...240 verslag doen
  ${WILL} ...240 laten weten
  ${WILL} ...240 inzicht/reactie/appreciatie/uitsluitsel/duidelijkheid/toelichting/antwoord geven
  - te ${TELL}
`);

/** That parliament is going to get something, said in the present tense. */
export const RECEIVES = phrases(`
  ${KAMER} ..10 ontvangt
  ontvangt ${KAMER}
  u ..4 ontvangt
  ontvangt u
  kunt u ...120 verwachten/tegemoetzien
  kan ${KAMER} ...120 verwachten/tegemoetzien
  wordt/worden ..8 ${KAMER} ...160 ${TOLD}
  wordt/worden ...160 aan/bij/naar/met ${KAMER} ..6 ${TOLD}
  komt/komen/gaat/gaan ...120 naar ${KAMER}
  kom/komt/komen ...160 bij ${KAMER} ..6 terug
  deel/delen/deelt ...120 met ${KAMER}
  ${KAMER} ..4 wordt ...160 ${TOLD}
  wordt u ...160 ${TOLD}
  u wordt ...160 ${TOLD}
  ${KAMER} ...160 ${TOLD} wordt
  wordt ${KAMER} ...160 op de hoogte gehouden/gesteld/gebracht
  ${KAMER} ..4 wordt ...160 op de hoogte gehouden/gesteld/gebracht
  - te worden
  - deel/delen/deelt ..4 met ${KAMER} de/het/dat/deze
  - deel/delen/deelt ..4 *zorg/zorgen/mening/opvatting/wens/oordeel/analyse/constatering ..3 met ${KAMER}
`);

/** The same of whoever writes: a promise where it says when. "Ik informeer u dat" and "ik bericht u" do it on the spot. */
export const TELLS = phrases(`
  informeer/stuur/zend/rapporteer
  doe ...120 toekomen
  bied ...120 aan
  leg ...120 voor
  kom/komen ...160 terug
  ${OFFICE} ..3 informeert/stuurt/zendt/rapporteert/biedt
  informeert/stuurt/zendt/rapporteert/biedt ..3 ${OFFICE}
  wij informeren/sturen/zenden/rapporteren
  informeren/sturen/zenden/rapporteren wij
  - informeer/informeert/informeren ..6 dat
`);

/** The same of what is handed to parliament: a promise where it says to whom and when. */
export const OFFERS = phrases(`
  bieden ...120 aan
  doe/doen ...120 verslag
  doen ...120 toekomen
  leggen ...120 voor
  kan/kunnen ...160 ${TELL}
  - kan/kunnen ..6 (${TELL}) dat
  - kan/kunnen ..6 ${TELL} dat
`);

/** "Dat doe ik in het verslag van de Raad van juni." */
export const DOES_SO = phrases(`
  dat/dit doe/doen ik/wij
`);

/** That whoever writes is going to look into something, or to take the next step. */
export const WILL_ACT = phrases(`
  ${WILL} ..2 ik/wij ...200 ${ACT}
  ik/wij ..3 ${WILL} ...200 ${ACT}
  mijn ministerie ${WILL} ...160 ${ACT}
  ${WILL} het kabinet ...200 ${ACT}
  het kabinet ..2 ${WILL} ...200 ${ACT}
  ${WILL} ..2 ik/wij ...160 in procedure brengen
  ${WILL} ..2 ik/wij ...160 in gesprek/overleg gaan/treden
  ik/wij ..3 ${WILL} ...160 in procedure brengen
  ik/wij ..3 ${WILL} ...160 in gesprek/overleg gaan/treden
  ik/wij ..4 voornemens (om) ...160 te ${ACT}
  voornemens ik/wij (om) ...160 te ${ACT}
`);

/** That another paper is sent. */
export const SENDS_ANOTHER = phrases(`
  stuur/stuurt/zend/zendt ..6 kamer/u een ..4 *brief/*rapport/*reactie/appreciatie/overzicht
`);

/** That it is meant to be told. */
export const AIMS = phrases(`
  streef*/streven/hoop/hoopt/verwacht/beoog*/voornemens/voornemen/bereid ...240 te (kunnen) ${TELL}
  streef*/streven/hoop/hoopt/verwacht/beoog*/voornemens/voornemen/bereid ...240 toe/terug/aan/voor/in te sturen/zenden/komen/bieden/leggen/dienen
  streef*/streven/hoop/hoopt/verwacht/beoog*/voornemens/voornemen/bereid ...240 met ${KAMER} te delen
`);

/** Papers that a government only writes to parliament. */
export const FOLLOWS = phrases(`
  kabinetsreactie/kamerbrief/voortgangsrapportage/voortgangsbrief/appreciatie/beantwoording ...120 volgt/verschijnt
  beoordeling/reactie/rapportage/brief ...120 volgt/verschijnt
`);

/** A promise in so many words. */
export const PROMISES = phrases(`
  zeg ..8 toe
  zeggen ..8 toe
  ${OFFICE} zegt ..8 toe
  zegt ..1 ${OFFICE} ..8 toe
  doe/doet ..3 toezegging
`);

/** A promise of before to tell something, which still stands unless this letter keeps it. */
export const PROMISED = phrases(`
  toegezegd (om) ...240 te ${TELL}
  toegezegd ...240 terug te komen
  toegezegd ...240 toe/aan/voor te sturen/zenden/bieden/leggen
  toegezegd ...160 een ..2 appreciatie/reactie/overzicht te geven
`);

/** That whoever writes does it. */
export const WRITER = phrases(`
  ik/wij/we/mij/ons
  het kabinet
  de regering
`);

/** The same as the one who will: "zal ik", "het kabinet zal", "kom ik". */
export const WRITER_WILL = phrases(`
  ${WILL}/kom/komen ..2 ik/wij/we
  ik/wij/we ..3 ${WILL}/kom/komen
  ${WILL}/komt het kabinet
  het kabinet ..2 ${WILL}/komt
  ${WILL}/komt de regering
  de regering ..2 ${WILL}/komt
`);

/** What only parliament is told in. */
export const CHANNEL = phrases(`
  in/bij/met/via (de) ..3 *agenda
  in/bij/met/via (het/mijn/een) ..3 *verslag
  in/bij/met/via (de/mijn/een/mijn) ..3 *brief
  in/bij/met/via (de/een) ..3 *rapportage
  in/bij/met/via (de/een) ..3 kabinetsreactie
  vragen
  schriftelijk overleg
`);

/** What is done in the letter itself, or was done before, is promised no more. */
export const DONE = phrases(`
  hierbij
  hiermee
  bij deze
  bijgaand*
  als volgt
  hieronder/onderstaand*
  middels/met/in/door/via (middel) (van) dit/deze (korte/nadere) *brief/*verslag/*agenda/*rapportage/antwoord*/beantwoording/nota
  in het vervolg van
  zoals aangegeven in
  (in) (een) vertrouwelijke bijlage
  in/bij de bijlage*
  het/mijn/de antwoord/antwoorden/beantwoording op/van vraag/vragen
  de vragen ...30 gezamenlijk/tezamen/samen
  gezamenlijk/tezamen beantwoord*
  vragen ...80 in samenhang
  gestand
  geef/geven ..4 uitvoering aan
  conform mijn/de toezegging
  voldoe/voldoen ..4 aan
  treft u
  voldoende te hebben
  eerder aan uw kamer gemeld
`);

/** What is not going to be told, or only would be; what is asked of the government. */
export const NOT_PROMISED = phrases(`
  ${WILL}/kan/kunnen/wil/ga/wordt ..8 niet ..6 ${TELL}
  ${WILL}/kan/kunnen/wil/ga/wordt/worden ..8 niet ..6 ${TOLD}
  ${WILL}/kan/kunnen/wil ..8 geen
  ${WILL} ..8 niet ..6 ${ACT}
  niet/geen ...60 toezegg*
  niet (voornemens) ...60 te ${TELL}
  niet bereid
  zou/zouden
  verzoekt/verzoeken de regering
  roept/roepen de regering
  vraagt/vragen/vroeg/vroegen/verzoekt/verzoeken/verzocht ...120 te ${TELL}
  - niet eerder/later/alleen/slechts
`);

/** What says that a promise of before is kept here. */
export const KEPT_HERE = phrases(`
  hierbij
  hiermee
  bij deze
  bijgaand*
  gestand
  als volgt
  hieronder/onderstaand*
  met/in/door/middels/via deze *brief
  met/in/door/middels dit *verslag
  strekt ..3 daartoe/hiertoe
  deze brief strekt
  toezegging* ..4 afgedaan/nagekomen/voldaan/ingelost
  aan ..3 toezegging* voldaan
`);
