import { contentStems } from '../analysis/content-words.ts';
import { phrases } from '../analysis/phrases.ts';

/** Asks which of several, or who. */
const ASKS_WHICH =
  /^(?:(?:aan|bij|door|in|met|op|over|uit|van|voor|by|from|in|of|to|with)\s)?(?:welke?|wie|which|who)\s/i;
/** The question's own clause ends here. */
const CLAUSE_ENDS = /[,;]|\s(?:als|omdat|terwijl|zodat|because|if|so that|while)\s/i;
const NEGATION = /(?<!\p{L})(?:niet|geen|nooit|not|never)\s(?!(?:alleen|slechts|only|just)(?!\p{L}))/iu;
/** What says that something is not so, or that it is so of some only. */
const DENIES = phrases(`
  niet/niets/niemand/geen/geenszins/nooit/noch/nergens/evenmin
  zonder/behalve/behoudens/uitgezonderd/uitzondering/tegen
  alleen/slechts/enkel/uitsluitend
  overig*/resterend*/ander*/nog
  weiger*/geweigerd/afgewezen/uitgesloten/ontbreek*/ontbreken/verhinder*/beëindigd/gestopt
  no/not/never/none/nobody/without/except/only
`);

/**
 * Whether a text says of what a question asks the contrary: "Welke hangar is niet gerenoveerd?" and "De hangar is
 * volledig gerenoveerd". Only where it says the same words and denies nothing at all: whoever knows more may answer.
 */
export function saysContrary(question: string, text: string): boolean {
  if (!ASKS_WHICH.test(question)) return false;
  const [clause = ''] = question.split(CLAUSE_ENDS);
  const negation = NEGATION.exec(`${clause.replace(/(?<![?!.])[?!.]+$/, '')} `);
  if (!negation || DENIES(text)) return false;
  const denied = contentStems(clause.slice(negation.index + negation[0].length));
  const said = new Set(contentStems(text));
  return denied.length > 0 && denied.every((word) => said.has(word));
}
