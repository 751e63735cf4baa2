const DUTCH = `aan af al alle alleen allemaal als alsmede alsook altijd ander andere anders ben bent bij bijv bijvoorbeeld
  binnen boven buiten cq daar daarbij daardoor daarin daarmee daarna daarnaast daarom daarop daarover daartoe daarvan
  daarvoor dan dat de deze den der des dezelfde die dien diens dit doch doe doen doet door dus echter een eens elk elke
  en enig enige enkel er eraan erbij ergens ermee erom erop erover ertoe eruit ervan ervoor etc evenals eventueel
  ga gaan gaat gegeven geen geven geweest ging gingen had hadden heb hebben hebt heeft hem hen het hetgeen hetzelfde hier
  hierbij hierin hiermee hierna hiernaast hierover hiertoe hiervan hiervoor hij hoe hoeveel hoelang hoewel hun ie ieder
  iedere iedereen iemand iets ik immers in inclusief indien inmiddels is ja je jij jou jouw jullie kan kon konden kun
  kunnen kunt laat laten maar mag mede mee meer men met mij mijn mijzelf mocht mochten moest moesten moet moeten mogen
  na naar naartoe naast namelijk niet niets nog nogal nogmaals noch nou nu of om omdat omtrent onder ondanks ons onze
  onszelf ook op over overigens per reeds s sinds slechts soms te tegen ten tenzij ter terwijl tevens tijdens toch toe
  toen tot totdat tussen u uit uw uzelf van vanaf vanuit vanwege vast veel vele vervolgens via volgens voor vooral voordat
  voorts waar waaraan waarbij waardoor waarheen waarin waarmee waarna waarnaar waarom waaronder waarop waarover waartoe
  waarvan waarvoor wanneer want waren was wat we wel welk welke werd werden wie wiens wier wij wil wilde wilden willen
  wilt word worden wordt zal ze zei zeker zelf zelfs zich zichzelf zie zij zijn zo zoals zodat zodra zonder zou zouden zowel
  zulk zulke zullen zult nr dd jl as oa mbt tav tbv ivm wo cs zn vd vr ff effe gewoon ipv eigenlijk
  elders nergens eindelijk nadat qua enzo ene haar hoezo mits daaraan erachter eronder hierheen
  precies ongeveer soort daadwerkelijk`;

const ENGLISH = `a about above after again against all also am an and any are at be because been before being below between
  both but by can cannot could did do does doing don down during each either else ever few for from further had has have
  having he her here hers herself him himself his how i if in into is it its itself just let me might more most must my
  myself no nor not now off on once only onto or other our ours ourselves out own same shall she should so some such than
  that the their theirs them themselves then there these they this those though through to too under until up upon us very
  were what when where which while who whom whose why will with within without would you your yours yourself ms mr mrs
  please tell much many may
  across rather still despite another alongside instead able besides every beyond among yet whether alone regardless
  always already especially away sometimes since everyone someone supposed exactly actually roughly kind sort said say says according didn doesn isn wasn won y`;

const STOP_WORDS: ReadonlySet<string> = new Set(`${DUTCH} ${ENGLISH}`.split(/\s+/));

/** Whether a folded word of either language says nothing about a subject. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
