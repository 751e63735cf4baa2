import { type Command, Option } from 'commander';
import type { TextLanguage } from '../../texts/dates.ts';
import { languageOf } from '../../texts/texts.ts';
import type { Environment } from '../terminal/terminal.ts';

export interface LanguageFlag {
  readonly language?: TextLanguage;
}

/** Adds `--language`: headings and labels; quotes stay as they are. */
export function withLanguage(command: Command): Command {
  return command.addOption(
    new Option('--language <language>', 'language of headings and labels (that of the terminal)').choices(['nl', 'en']),
  );
}

/** The language to show headings and labels in: the one that was chosen, else that of the terminal. */
export function readerLanguage({ language }: LanguageFlag, env: Environment): TextLanguage {
  return language ?? languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
}
