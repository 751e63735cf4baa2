import { paperSlugs, typedPaper } from '../../letters/papers.ts';
import type { Letter, LetterKind, Span } from '../../letters/types.ts';
import { isStopWord } from '../../retrieval/analysis/stop-words.ts';
import { isAllCapitals, tokens } from '../../retrieval/analysis/tokens.ts';
import { asAnswers } from '../../retrieval/question/answers-named.ts';
import { namesAsOneWord, signatoriesNamed, signatoriesOf } from '../../retrieval/question/signatories-named.ts';
import { type Time, timesIn } from '../../retrieval/question/times.ts';

/** What a question says of the letter that it means. */
export interface Said {
  /** A paper of parliament, as `paperSlugs` writes it. */
  readonly paper: string | null;
  /** The number within its dossier, where no dossier is named. */
  readonly number: string | null;
  readonly times: readonly Time[];
  readonly kind: LetterKind | null;
  /** Who is said to have written it, where it is no office alone: "de brief van Voorbeeld". */
  readonly by: string;
  /** What it is said to be about. */
  readonly about: string;
  /** The question up to what the letter is about, without times and numbers. */
  readonly head: string;
  /** Words that say something else of it: "van de NAVO-top". */
  readonly other: string;
}

const KINDS: readonly (readonly [LetterKind, RegExp])[] = [
  ['report', /\b(?:verslag|report|minutes)\b/i],
  ['annotated_agenda', /\bagenda\b/i],
  ['answers', /\b(?:antwoorden|beantwoording|answers|aanhangsel|appendix)\b/i],
];
const NUMBER = /\b(?:nr\.?|nummer|number|no\.)\s*(\d{1,5})\b/iu;
const ABOUT =
  /(?<!\p{L})(?:over|about|inzake|betreffende|aangaande|omtrent|concerning|regarding|on)\s+(?=\S)(?!(?:wie|who)\b)/iu;
const BY =
  /(?<!\p{L})(?:brief|kamerbrief|letter)\s+(?:van|from|by)\s+(?<who>\S.{1,79}?)(?=\s(?:over|about|on|aan|to|inzake|van|of|from|dated)\s|[?.!,]|$)/diu;
/** Words with which the question is put, and those for letters, senders and parliament: they name no letter. */
const SAYS_NOTHING =
  /^(?:(?:onder|mede)?(?:teken|getekend|ondertekend)\p{L}*|schre(?:ef|ven)|geschreven|(?:ver)?stuur\p{L}*|(?:ge|ver)stuurd|verzond\p{L}*|verzend|zond(?:en)?|verzonden|sign\p{L}*|wrote|write|written|sent|send|sender|datum|dat(?:e|ed|es)|dagtekening|dateert|gedateerd|dag|day|nummer|number|nr|no|\p{L}*nummer|kamerstuk(?:ken)?|dossier|document|paper|file|bewinds\p{L}+|minister(?:s|ie|ies)?|ministry|staatssecretaris(?:sen)?|secretar(?:y|ies)|state|kabinet|government|regering|afzenders?|auteurs?|schrijver|opstellers?|authors?|writer|gericht|geadresseerd(?:en?)?|ontvangers?|adressering|bestemd|addressed|addressees?|directed|recipients?|\p{L}*kenmerk|referentie(?:nummer)?|ref(?:erence)?|aanhangsel(?:nummer)?|appendix|handelingen|proceedings|handtekening(?:en)?|na(?:am|men|mes?)|\p{L}*brief|letter|verslag|report|agenda|geannoteerde?|annotated|antwoord(?:en|de|den)?|beantwoord\p{L}*|answer(?:s|ed)?|replied|repl(?:y|ies)|respon(?:se|d|ded)|geantwoord|ontvangen|ontving(?:en)?|binnengekomen|kwam(?:en)?|kregen|kreeg|received|given|gegeven|gaf|gaven|gave|(?:kamer)?vragen|vraag|vroeg(?:en)?|questions?|asked?|gesteld|stelden?|ingezonden|ingediend|submitted|put|posed|raised|kamerl(?:id|eden)|l(?:id|eden)|partij(?:en)?|fracties?|part(?:y|ies)|mps?|members?|stuk|kamer|tweede|eerste|voorzitter|house|parliament(?:ary)?|lower|speaker|oud|old|wie|who|whose|whom|welke?|which|what|wanneer|when|laatste|nieuwste|oudste|latest|newest|oldest|recentste|most|recent)$/u;

/** Whether a word only puts a question about a letter, and tells no letter from others. */
export function saysNothing(word: string): boolean {
  return tokens(word).some(({ form }) => SAYS_NOTHING.test(form));
}

/**
 * Reads paper, times, kind, writer and subject of the letter that a question means from its words.
 *
 * @param letters five digits alone are a dossier where one of these has it: "de 40 000 statushouders" is none
 */
export function saidOfLetter(asked: string, letters: readonly Letter[]): Said {
  const question = asAnswers(asked);
  const typed = typedPaper(question);
  const isKnown = letters.some(({ metadata }) => typed && paperSlugs(metadata).includes(typed.slug));
  const paper = typed?.bare && !isKnown ? null : typed;
  const times = timesIn(question);
  const rest = blank(question, [...(paper ? [paper] : []), ...times]);
  const number = paper ? null : NUMBER.exec(rest);
  const words = number ? blank(rest, [{ start: number.index, end: number.index + number[0].length }]) : rest;
  const at = ABOUT.exec(words);
  const head = at ? words.slice(0, at.index) : words;
  const named = signatoriesNamed(head, signatoriesOf({ letters }));
  const by = BY.exec(`${namesAsOneWord(head, named)} `)?.indices?.groups?.who;
  const who = by ? head.slice(...by) : '';
  return {
    paper: paper?.slug ?? null,
    number: number?.[1] ?? null,
    times,
    kind: KINDS.find(([, form]) => form.test(words))?.[0] ?? null,
    by: telling(who),
    about: at ? telling(words.slice(at.index + at[0].length)) : '',
    head,
    other: telling(who ? head.replace(who, ' ') : head),
  };
}

/** The words of a text that tell one letter from another, as they are written. */
function telling(text: string): string {
  const plain = isAllCapitals(text) ? text.toLowerCase() : text;
  const words = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}&'’./-]*/gu) ?? [];
  return words
    .filter((word) => tokens(word).some(({ form }) => !isStopWord(form) && !SAYS_NOTHING.test(form)))
    .join(' ');
}

function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`,
    text,
  );
}
