import type { TextCoverage } from './coverage.ts';
import { formatDate, formatMonth, periodBounds, type TextLanguage } from './dates.ts';
import { intakeNl } from './intake.nl.ts';
import { isDay, type Refusal, type TextPeriod } from './refusal.ts';
import { wordsIn } from './words.ts';

const language = 'nl';
const { and, count, or } = wordsIn(language);

/** "Ik ken 5 brieven, van 4 november 2021 tot en met 2 februari 2024." */
function covers({ letters, oldest, newest }: TextCoverage): string {
  if (letters === 0) return 'Ik heb op dit moment geen brieven.';
  const many = count(letters, 'brief', 'brieven');
  if (oldest === null || newest === null) return `Ik ken ${many}.`;
  if (oldest === newest) return `Ik ken ${many}, van ${formatDate(oldest, language)}.`;
  return `Ik ken ${many}, van ${formatDate(oldest, language)} tot en met ${formatDate(newest, language)}.`;
}

function bounds({ from, to }: TextPeriod): string {
  return periodBounds(from, to, language)[0] ?? '';
}

/** "in oktober 2021", "op 3 mei 1999". */
function time(period: TextPeriod): string {
  return `${isDay(period) ? 'op' : 'in'} ${bounds(period)}`;
}

/** What people read in Dutch. `en.ts` has the same keys; a test compares them. */
export const nl = {
  language: language as TextLanguage,
  covers,
  /** Why there is no answer; keyed by the answer's reason code. */
  reason: {
    empty: (_: Refusal): string => 'Daar staat geen vraag in. Stel een vraag in een hele zin.',
    off_topic: ({ coverage }: Refusal): string => `Daar gaan deze brieven niet over. ${covers(coverage)}`,
    not_in_letters: ({ coverage, section, letter }: Refusal): string => {
      if (letter !== null && section === null) return `Dat vind ik niet terug in “${letter}”, dus ik citeer niets.`;
      return section === null
        ? `Dat vind ik niet terug in de brieven, dus ik citeer niets. ${covers(coverage)}`
        : `De brieven gaan erover onder “${section}”, maar een antwoord op deze vraag vind ik daar niet.`;
    },
    words_absent: ({ words }: Refusal): string =>
      `Die woorden staan zo nergens in de brieven: ${and(words.map((each) => `“${each}”`))}.`,
    names_absent: ({ words, section }: Refusal): string =>
      `Geen brief noemt ${or(words)}, dus ik citeer niets.${section === null ? '' : ` Wat er het dichtst bij komt, staat onder “${section}”.`}`,
    not_then: ({ coverage, period, hasLetters, elsewhere, isElsewhere, isSure }: Refusal): string => {
      const no =
        hasLetters && period ? `Niet ${time(period)}` : `Ik heb geen brief van ${period ? bounds(period) : 'toen'}`;
      if (!isElsewhere) return `${no}. ${covers(coverage)}`;
      const where = elsewhere === null ? 'in een brief zonder datum' : `in ${formatMonth(elsewhere, language)}`;
      return isSure ? `${no}; ${where} wel:` : `${no}; misschien wel ${where}:`;
    },
    other_language: (_: Refusal): string => 'Ik begrijp alleen Nederlands en Engels. Stel je vraag in een van beide.',
  },
  /** Why what was asked of a letter itself (who signed it, when, which number) is not quoted. */
  aboutLetter: {
    unstated: {
      signatories: (letter: string): string => `In ${letter} staat niet wie die ondertekende.`,
      letterDate: (letter: string): string => `In ${letter} staat niet wanneer die geschreven is.`,
      number: (letter: string): string => `In ${letter} staat geen Kamerstuknummer.`,
      addressee: (letter: string, greeting: string | null): string =>
        greeting === null
          ? `In ${letter} staat niet aan wie die gericht is.`
          : `In ${letter} staat alleen de aanhef: “${greeting}”.`,
      reference: (letter: string): string => `In ${letter} staat geen kenmerk.`,
      askers: (letter: string): string => `In ${letter} staat niet wie de vragen stelde.`,
      askedOn: (letter: string): string => `In ${letter} staat niet wanneer de vragen gesteld zijn.`,
      place: (letter: string): string => `In ${letter} staat niet waar die bijeenkomst was.`,
    },
    given: (value: string): string => `Bij het opnemen van de brief is genoteerd: ${value}.`,
    unknown: (coverage: TextCoverage, near: string | null): string =>
      near === null
        ? `Ik weet niet welke brief je bedoelt, of ik heb die niet. Noem de datum, het nummer of het onderwerp. ${covers(coverage)}`
        : `Een brief die zo heet ken ik niet. Bedoel je ${near}? Vraag het dan met de datum of het nummer.`,
    noSuchPaper: (paper: string, isReferredTo: boolean, coverage: TextCoverage): string =>
      isReferredTo
        ? `Geen van mijn brieven is ${paper}; deze verwijst ernaar:`
        : `Geen van mijn brieven is ${paper}, en geen verwijst ernaar. ${covers(coverage)}`,
    noParty: (name: string): string => `Ik vind in geen brief van welke partij ${name} is.`,
    noOffice: (name: string): string => `Ik vind in geen brief welk ambt ${name} heeft.`,
    unexplained: (abbreviation: string): string => `Geen brief schrijft uit waar ${abbreviation} voor staat.`,
    signedAlone: (name: string, letters: number, coverage: TextCoverage): string =>
      letters === 0
        ? `Geen van deze brieven is door ${name} ondertekend. ${covers(coverage)}`
        : `${name} ondertekende ${letters === 1 ? 'die brief' : `die ${letters} brieven`} alleen.`,
    listed: {
      all: (letters: string, more: number, isOne: boolean): string =>
        isOne ? `Alleen deze: ${letters}.` : `Dit zijn ze: ${letters}${more > 0 ? `; en nog ${more}` : ''}.`,
      /** Letters are called by a subject; others may speak of it too. */
      bySubject: (letters: string, more: number, isOne: boolean): string =>
        `Deze ${isOne ? 'past' : 'passen'} daar het best bij: ${letters}${more > 0 ? `; en nog ${more}` : ''}. Ook andere brieven kunnen het noemen.`,
    },
    several: (letters: string, more: number): string =>
      `Dat kan meer dan één brief zijn: ${letters}${more > 0 ? `; en nog ${more}` : ''}. Noem de datum of het nummer erbij.`,
  },
  kind: {
    report: 'verslag',
    annotated_agenda: 'geannoteerde agenda',
    answers: 'antwoorden',
    policy_letter: 'beleidsbrief',
    letter_on_subject: 'brief',
    other: 'brief',
  },
  answer: {
    signedBy: (name: string): string => `brieven die ${name} ondertekende`,
    filter: (what: string): string => `Alleen gezocht in: ${what}`,
    period: (from: string | null, to: string | null): string =>
      from === null
        ? `tot en met ${to}`
        : to === null
          ? `vanaf ${from}`
          : from === to
            ? from
            : `${from} tot en met ${to}`,
    noMore: 'Meer citaten die hierbij passen heb ik niet.',
    nearest: 'Lees wat er wel over staat:',
    /** Above what bears on the question without answering it. */
    likely: 'vermoedelijk de officiële brief',
    related: 'Gaat hier ook over, zonder de vraag te beantwoorden:',
    /** Above a quote: what a member of parliament asked, and the quote answers. */
    question: (asked: string): string => `Vraag: ${asked}`,
    /** @param note begins with its mark */
    note: (note: string): string => `Noot ${note}`,
    page: (page: number): string => `blz. ${page}`,
    inferred: (fields: readonly string[]): string => `Afgeleid, niet in de brief zelf gelezen: ${and(fields)}.`,
    sources: 'Passages die hierbij passen',
    /** Above quotes that may be no answer. */
    tentative: 'Ik weet niet zeker of dit de vraag beantwoordt.',
    inDutch: 'De brieven zijn in het Nederlands, de citaten dus ook.',
    shared: (by: string, withWhom: string | null = null): string =>
      withWhom === null ? `Gedeeld door ${by}` : `${by} deelt dit met ${withWhom}`,
    sharedReceipt: 'Gedeeld in dit kanaal.',
    alreadyShared: 'Dit citaat staat al in dit gesprek.',
  },
  field: {
    kind: 'soort brief',
    subject: 'onderwerp',
    letterDate: 'datum van de brief',
    meeting: 'vergadering',
    dossiers: 'dossiers',
    number: 'nummer',
    signatories: 'ondertekenaars',
    url: 'vindplaats',
  },
  button: {
    share: 'Deel',
    context: 'Context',
    section: 'Hele paragraaf',
    copy: 'Kopieer',
    source: 'Officiële brief',
    likely: 'Vermoedelijke brief',
    keep: 'Bewaar',
    next: 'Meer',
    related: 'Verwant',
    choose: 'Kies een citaat om te delen of na te lezen',
    isThere: 'Het staat er wel',
    right: 'Klopt',
    wrong: 'Klopt niet',
    unfiltered: 'Zoek in alle brieven',
    readOn: 'Lees verder',
    moreLetters: 'Meer brieven',
    show: 'Bekijk',
    shareAgain: 'Deel nog eens',
  },
  tray: {
    kept: (n: number): string => `Bewaard: je hebt nu ${count(n, 'citaat', 'citaten')}. Zie /bewaard.`,
    known: 'Dat citaat bewaarde je al.',
    full: (most: number): string => `Je bewaart er al ${most}; haal er eerst een weg met /bewaard.`,
    empty: 'Je bewaart nog niets. Druk op Bewaar onder een citaat.',
    gone: 'Dit citaat staat niet meer zo in de brieven.',
    up: 'Omhoog',
    remove: 'Weg',
    post: 'Zet in het gesprek',
    posted: 'Precies deze citaten heb je hier al geplaatst.',
  },
  context: {
    title: 'Het citaat in context',
    before: 'Ervoor',
    quote: 'Het citaat',
    after: 'Erna',
  },
  section: {
    untitled: 'Begin van de brief',
    part: (from: number, to: number, of: number): string => `alinea ${from} tot en met ${to} van ${of}`,
  },
  copy: {
    hint: 'Citaat en vindplaats, klaar om te plakken:',
  },
  feedback: {
    right: 'Dank je, genoteerd dat dit antwoord klopt.',
    why: 'Wat klopt er niet?',
    reasons: {
      elsewhere: 'Het antwoord staat ergens anders',
      other_time: 'Dit gaat over een andere tijd of vergadering',
      incomplete: 'Er ontbreekt iets',
      unclear: 'Dit gaat ergens anders over',
    },
    reasonKept: 'Dank je, de reden staat erbij.',
    title: 'Wat lezers van antwoorden vonden',
    none: 'Nog niemand heeft iets van een antwoord gezegd.',
    counts: (all: number, wrong: number): string =>
      `${count(all, 'oordeel', 'oordelen')}, waarvan ${wrong} “klopt niet”.`,
    wrongAnswers: 'Klopte niet:',
    unanswered: 'Onbeantwoord, en volgens de lezer staat het er wel:',
    noQuestion: '(vraag niet bewaard)',
    wrong: 'Dank je, genoteerd dat dit antwoord niet klopt.',
  },
  letters: {
    title: 'Brieven',
    none: 'Geen brief past daarbij.',
    undated: 'zonder datum',
    written: (date: string): string => `brief van ${date}`,
    inferred: (what: string): string => `${what} (afgeleid)`,
    /** An answer right under its question, by the heading of that. */
    answerUnder: (heading: string): string => `${heading} (antwoord)`,
    sections: (titles: readonly string[], more: number): string =>
      more > 0 ? `${titles.join(' · ')} · en nog ${more}` : titles.join(' · '),
    official: 'officiële publicatie',
    shown: (from: number, to: number, of: number): string => `${from} tot en met ${to} van ${of}`,
  },
  help: {
    title: 'Wat kan ik voor je doen?',
    intro:
      'Stel me een vraag over de brieven van ministers aan de Tweede Kamer, in het Nederlands of Engels. Ik antwoord met citaten: woord voor woord, met vindplaats.',
    examples: 'Bijvoorbeeld:',
    example: {
      section: (section: string): string => `Wat schrijft de minister over ${section}?`,
      meeting: (meeting: string, date: string): string => `Wat is er besproken bij ${meeting} in ${date}?`,
      plain: 'Welke toezeggingen doet de minister?',
    },
    commands: 'Mijn commando’s:',
    ways: 'Of noem me in een bericht, antwoord op mijn antwoord (met melding aan), of kies bij een bericht Apps › Zoek bronnen.',
    cannot:
      'Wat ik niet kan: samenvatten in eigen woorden, iets vinden buiten deze brieven, of een mening geven. Staat het er niet in, dan zeg ik dat.',
    /** Two lines: what happens to a question, and to a verdict. */
    privacy: (logged: boolean, withUser: boolean): string =>
      `Privacy: je vraag ${logged ? 'komt in het logboek van de beheerder' : 'wordt niet bewaard'} en gaat naar niemand anders dan Discord.\nDruk je op Klopt of Klopt niet, dan bewaar ik ${logged ? 'de vraag en ' : ''}de citaten, ${withUser ? 'met je Discord-id' : 'zonder je naam'}.`,
  },
  status: {
    title: 'Hoe het met me gaat',
    index: 'Index',
    builtAt: 'Gebouwd op',
    model: 'Model',
    passages: 'Passages',
    letters: 'Brieven',
    uptime: 'Draait sinds',
    gateway: 'Verbinding met Discord',
    latency: 'Tijd tot antwoord (mediaan, p95)',
    reload: 'Laatst ververst',
    reloadFailed: 'Laatste verversing mislukt',
    counts: 'Vragen, knoppen, fouten',
    never: 'nog niet',
    none: 'nog geen',
    milliseconds: (value: number): string => `${value} ms`,
  },
  reload: {
    done: (coverage: TextCoverage): string => `De nieuwe index is in gebruik. ${covers(coverage)}`,
    same: (coverage: TextCoverage): string => `De index was al de nieuwste. ${covers(coverage)}`,
    failed: 'De nieuwe index is geweigerd; ik werk door met de oude. Bouw hem opnieuw met: briefwijzer index',
  },
  settings: {
    title: (channel: string): string => `Zo antwoord ik in ${channel}`,
    names: { language: 'Taal', meeting: 'Vergadering', quotes: 'Citaten', visibility: 'Wie het ziet' },
    values: {
      language: { nl: 'Nederlands', en: 'Engels', reader: 'ieders eigen taal' },
      meeting: { none: 'geen', gone: 'een vergadering waarover geen brief meer gaat' },
      quotes: { 0: 'één in het openbaar, anders hoogstens drie', 1: 'één', 3: 'hoogstens drie' },
      visibility: {
        private: 'alleen de vrager',
        public: 'iedereen',
        usual: '/vraag alleen de vrager, /citeer iedereen',
      },
    },
    ofChannel: 'gekozen voor dit kanaal',
    ofServer: 'gekozen voor de server',
    byDefault: 'niet gekozen',
    hint: 'Wat iemand zelf kiest in een commando gaat voor. In een draad geldt wat voor het kanaal gekozen is.',
  },
  intake: intakeNl,
  announcement: {
    title: (letter: string): string => `Nieuwe brief: ${letter}`,
    sections: 'Waarover',
    promises: 'Toegezegd',
    fulfils: 'Komt waarschijnlijk na',
    more: (n: number): string => `en nog ${n}`,
    outline: 'Opbouw',
  },
  problem: {
    typed: 'Dit typte je, om te kopiëren:',
    emptyQuestion: 'Ik zie geen vraag. Typ er een van een paar woorden.',
    longQuestion: (length: number, limit: number): string =>
      `Die vraag is ${length} tekens lang; ik lees er hooguit ${limit}. Maak hem wat korter.`,
    unknownPassage: (typed: string): string =>
      `Ik ken geen passage “${typed}”. Kies er een uit de lijst die verschijnt als je typt.`,
    passageOfOtherLetter: 'Die passage staat in een andere brief. Kies eerst de brief en dan een passage daaruit.',
    unknownDate: (typed: string): string =>
      `“${typed}” lees ik niet als datum. Schrijf bijvoorbeeld 2021, oktober 2021 of 2021-10-21.`,
    reversedPeriod: 'Het begin van die periode ligt na het eind. Draai van en tot om.',
    emptyMessage: 'In dat bericht staat geen tekst om bronnen bij te zoeken.',
    deletedMessage: 'Dat bericht is er niet meer.',
    othersMessage:
      'Wat een ander schreef, lees ik alleen als je dat vraagt: kies bij dat bericht (rechtsklik, of houd het ingedrukt) Apps › Zoek bronnen.',
    unreadableMention: 'Stel je vraag in hetzelfde bericht waarin je me noemt. Typ /help voor voorbeelden.',
    stale: 'Deze knop hoort bij een antwoord dat ik niet meer kan terugvinden. Stel de vraag gerust opnieuw.',
    stalePassage: 'Deze passage staat niet meer in de index. Stel de vraag gerust opnieuw.',
    unknownCommand: 'Dit commando ken ik niet (meer). Herlaad Discord en probeer het opnieuw.',
    slowDown: (seconds: number): string =>
      `Even rustig aan: over ${count(seconds, 'seconde', 'seconden')} kun je weer.`,
    slowDownServer: (seconds: number): string =>
      `Deze server stelt nu erg veel vragen: over ${count(seconds, 'seconde', 'seconden')} kan het weer.`,
    stopping: 'Ik word net opnieuw gestart. Probeer het over een minuutje nog eens.',
    maybePosted:
      'Ik kon niet zien of het antwoord in het kanaal is gekomen. Staat het er niet, vraag het dan nog eens.',
    serverOnly: 'Dit werkt alleen in een server.',
    ownersOnly: 'Dit is alleen voor wie mij beheert.',
    unexpected: (reference: string): string =>
      `Er ging bij mij iets mis; aan je vraag lag het niet. Probeer het nog eens, of geef de beheerder deze code: ${reference}.`,
  },
};

/** The shape of a catalogue. */
export type Texts = typeof nl;
