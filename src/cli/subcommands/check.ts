import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import { LONGEST_DRAFT } from '../../answers/check/check.ts';
import type { Check, Checked, Difference } from '../../answers/check/schema.ts';
import { whatIs } from '../../export/check-report.ts';
import { convert } from '../../intake/convert.ts';
import { listSources, readSources } from '../../intake/sources.ts';
import { decodeBytes } from '../../intake/text/encoding.ts';
import { Problem } from '../../problem.ts';
import { checkTexts } from '../../texts/check.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { openLibrary } from '../app/open-library.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type LanguageFlag, readerLanguage, withLanguage } from '../options/reader-language.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { Ended, EXIT, UsageProblem } from '../terminal/failure.ts';
import { askedAbove, showQuote } from '../terminal/show-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `briefwijzer check`: a draft's quotations against all letters. */
export function addCheck(program: Command, terminal: Terminal): void {
  withJson(withLanguage(withFolders(program.command('check'))))
    .description('check that what a draft quotes stands in the letters word for word; exit code 1 where it does not')
    .argument('<file>', 'a draft as Word, Markdown, PDF or text; "-" reads standard input')
    .action(async (file: string, flags: FolderFlags & LanguageFlag & { json?: boolean }) => {
      const language = readerLanguage(flags, terminal.env);
      const draft = await readDraft(file, terminal, language);
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      await close();
      const check = await library.check(draft);
      terminal.print(flags.json ? JSON.stringify(check, null, 2) : show(check, language, terminal));
      if (check.quotations.nearly + check.quotations.not_found > 0) throw new Ended(EXIT.failed);
    });
}

/** The text of a draft, whatever kind of file it is. Markdown stays as it is: its block quotes are quotations. */
async function readDraft(file: string, terminal: Terminal, language: TextLanguage): Promise<string> {
  const texts: string[] = [];
  for await (const found of readSources(await listSources([file]), terminal.input)) {
    if (found.kind === 'problem') throw new Problem(`${found.problem.message}`);
    if (found.kind === 'other') continue;
    if (/\.(?:md|markdown)$/i.test(file)) texts.push(decodeBytes(found.file.bytes, found.file.name));
    else {
      const { letters, problems } = await convert(found.file);
      const [problem] = problems;
      if (problem) throw problem;
      texts.push(...letters.map(({ text }) => text));
    }
    if (texts.length > 1) throw new UsageProblem(`${file} is a folder; check one draft at a time.`);
  }
  const [draft = ''] = texts;
  const { empty, tooLong } = checkTexts(language);
  if (!/\S/.test(draft)) throw new Problem(empty);
  if (draft.length > LONGEST_DRAFT) throw new Problem(tooLong(draft.length, LONGEST_DRAFT));
  return draft;
}

function show({ claims, quotations, ownSentences }: Check, language: TextLanguage, terminal: Terminal): string {
  const texts = checkTexts(language);
  const { verbatim, nearly, not_found: notFound } = quotations;
  const sentences = claims.filter(({ kind }) => kind === 'sentence').length;
  const summary = [
    texts.counts(verbatim, nearly, notFound),
    ...(sentences > 0 ? [texts.sentences(sentences)] : []),
    ...(ownSentences > 0 ? [texts.ownSentences(ownSentences)] : []),
  ].join(' ');
  const legend = claims.some(({ verdict }) => verdict === 'nearly') ? [terminal.dim(texts.legend)] : [];
  const shown = claims.map((claim) => showClaim(claim, language, terminal));
  return [...shown, ...legend, wrapAnsi(summary, terminal.width)].join('\n\n');
}

function showClaim(claim: Checked, language: TextLanguage, terminal: Terminal): string {
  const { text, verdict, quote, asked, differences } = claim;
  const labels = checkTexts(language);
  const head = `${terminal.bold(labels.verdict[verdict])} ${terminal.dim(`(${whatIs(claim, language)})`)}`;
  const words = verdict === 'nearly' ? differences.map(marked).join(' ') : text.replace(/\s+/g, ' ');
  const question = quote && asked ? askedAbove(quote, language) : '';
  const source = quote ? [showQuote(quote, terminal, { language, question })] : [];
  return [head, wrapAnsi(words, terminal.width), ...source].join('\n');
}

/** As word diffs are written everywhere: no colour is needed to read it. */
function marked({ is, text }: Difference): string {
  if (is === 'same') return text;
  return is === 'draft' ? `[-${text}-]` : `{+${text}+}`;
}
