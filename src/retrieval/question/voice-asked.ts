/** Somebody whom a question may ask the words of, at the place where it calls them. */
export interface Called {
  /** As it is typed, with what stands before the name: "de SP", "Kamerlid Otter". */
  readonly who: string;
}

/** What stands behind who is asked about: "over de wapenexport?". */
export interface Asking {
  readonly rest: string;
}

const VIEW =
  'reacties?|standpunt(?:en)?|mening(?:en)?|positie|oordeel|opvatting(?:en)?|visie|houding|kritiek|bezwaar|bezwaren|inzet|voorstel(?:len)?|zorgen|wensen|motie|stem';
const ENGLISH_VIEW =
  'reactions?|responses?|positions?|views?|opinions?|stance|attitude|criticisms?|objections?|proposals?|concerns?|vote|motion';
const THINKS =
  'vind(?:t|en)|vond(?:en)?|denk(?:t|en)|dacht(?:en)?|reage(?:ert|ren)|reageerden?|meent|menen|meenden?|oordeel(?:t|de|den)';
const SAYS =
  'zeg(?:t|gen)|zei(?:den)?|stel(?:t|len)|stelden?|meld(?:t|en)|meldden?|schrijf(?:t)|schrijven|schreef|schreven|verklaar(?:t|de|den)|benadruk(?:t|ken|te|ten)|beweer(?:t|de|den)|betoog(?:t|de|den)|verwacht(?:en|te|ten)?|vertel(?:t|len|de|den)|beloof(?:t|de|den)|beloven|antwoord(?:t|en|de|den)';
const WANTS =
  'wil(?:len|de|den)?|wens(?:t|en|te|ten)|eis(?:t|en|te|ten)|bepleit(?:en|te|ten)?|pleit(?:en|te|ten)?|stem(?:t|men|de|den)|steun(?:t|en|de|den)';
const VERB = `(?:${THINKS}|${SAYS}|${WANTS})`;
const SAID =
  'gezegd|gevonden|gestemd|(?<!vragen )gesteld|gemeld|geschreven|verklaard|benadrukt|beweerd|betoogd|verteld|beloofd|geantwoord|gereageerd|voorgesteld|bepleit|gepleit|gewild|geëist|gedacht';
const ENGLISH_SAY =
  'say|said|think|thought|want|wanted|write|written|wrote|state|stated|vote|voted|feel|felt|react|reacted|respond|responded|propose|proposed|demand|demanded|support|supported|stand|argue|argued|answer|answered|promise|promised|expect|tell|told|announce|announced|emphasi[sz]e|stress|stressed|like';
const BEGINS = '^\\W{0,9}(?:(?:en|and|maar|but) )?';

interface Form {
  /** Up to who is asked about. */
  readonly before: RegExp;
  /** What must follow, in places right behind them. */
  readonly behind: RegExp | null;
}

const FORMS: readonly Form[] = (<readonly { before: string; behind?: string }[]>[
  // Anywhere in a question.
  { before: '.*(?<!\\p{L})(?:volgens|according to) ' },
  { before: `(?:wat|hoe|waarom) ${VERB} ` },
  { before: `${VERB} ` },
  { before: '(?:(?:wat|hoe|waarom) )?(?:heeft|hebben|had|hadden) ', behind: `(?<!\\p{L})(?:${SAID})(?!\\p{L})` },
  { before: `(?:(?:wat|hoe) )?(?:is|was|zijn|waren|luidt|luidde) (?:(?:de|het) )?(?:${VIEW}) van ` },
  {
    before: '(?:(?:waarom|waar) )?(?:is|was|zijn|waren) ',
    behind: '^ (?:het )?(?:voor(?:stander)?|tegen(?:stander)?|eens|oneens)(?!\\p{L})',
  },
  { before: 'hoe (?:staat|staan|stond|stonden) ', behind: '(?<!\\p{L})(?:tegenover|in)(?!\\p{L})' },
  { before: '(?:what|how|why) (?:do|does|did|has|have|had) ', behind: `^ (?:${ENGLISH_SAY})(?!\\p{L})` },
  { before: '(?:do|does|did|has|have|had) ', behind: `^ (?:${ENGLISH_SAY})(?!\\p{L})` },
  { before: `what (?:is|was|are|were) the (?:${ENGLISH_VIEW}) of ` },
  { before: 'what (?:is|was|are|were) ', behind: `^['’]s? (?:${ENGLISH_VIEW})(?!\\p{L})` },
  { before: '(?:why )?(?:is|was|are|were) ', behind: '^ (?:for|against|in favou?r|opposed)(?!\\p{L})' },
]).map(({ before, behind }) => ({
  before: new RegExp(`${BEGINS}${before}`, 'iu'),
  behind: behind === undefined ? null : new RegExp(behind, 'iu'),
}));
/** A question is read no further, in UTF-16 units. */
const LONGEST = 300;

/**
 * Reads from a question whose words, view or vote it asks for.
 * @param calledAt who is called by the words at the beginning of a text; null where nobody is who may be meant
 */
export function voiceAsked<Who extends Called>(
  question: string,
  calledAt: (text: string) => Who | null,
): (Who & Asking) | null {
  const asked = question.slice(0, LONGEST).replace(/\s+/g, ' ');
  for (const { before, behind } of FORMS) {
    const match = before.exec(asked);
    const from = match && asked.slice(match.index + match[0].length);
    const called = from ? calledAt(from) : null;
    if (!from || !called) continue;
    const rest = from.slice(called.who.length);
    if (behind === null || behind.test(rest)) return { ...called, rest };
  }
  return null;
}
