import type { CommandOption, RegisteredCommand } from '../local-discord/index.ts';
import type { TextLanguage } from '../texts/dates.ts';
import type { ChoiceView, CommandView, OptionView } from './protocol.ts';

const SLASH = 1;
const ON_MESSAGE = 3;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
/** Discord's limit on a text option that sets none itself. */
const LONGEST_TEXT = 6000;

interface Localised {
  readonly name: string;
  readonly name_localizations?: Partial<Record<'nl' | 'en-US', string | null>> | null | undefined;
}

/** The slash commands in a language, sorted by name as Discord does. */
export function slashCommands(commands: readonly RegisteredCommand[], language: TextLanguage): CommandView[] {
  return commands
    .flatMap((it) => (it.type === SLASH ? variants(it, language) : []))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/** The commands on a message in a language. */
export function messageCommands(commands: readonly RegisteredCommand[], language: TextLanguage) {
  return commands
    .filter(({ type }) => type === ON_MESSAGE)
    .map((it) => ({ name: it.name, label: labelOf(it, language) }));
}

/** A name as a reader of that language sees it. */
export function labelOf(it: Localised, language: TextLanguage): string {
  return it.name_localizations?.[language === 'nl' ? 'nl' : 'en-US'] ?? it.name;
}

type Described = Localised & {
  readonly description?: string | null | undefined;
  readonly description_localizations?: Localised['name_localizations'];
  readonly options?: CommandOption[] | undefined;
};

/** A command itself, or each of its subcommands. */
function variants(command: Described, language: TextLanguage): CommandView[] {
  const options = command.options ?? [];
  const label = labelOf(command, language);
  const inner = options.filter(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP);
  if (inner.length > 0)
    return inner
      .flatMap((it) => variants(it, language))
      .map((it) => ({ ...it, name: `${command.name} ${it.name}`, label: `${label} ${it.label}` }));
  return [
    {
      name: command.name,
      label,
      description: descriptionOf(command, language),
      options: options.map((it) => optionView(it, language)),
    },
  ];
}

function optionView(option: CommandOption, language: TextLanguage): OptionView {
  return {
    name: option.name,
    label: labelOf(option, language),
    description: descriptionOf(option, language),
    type: option.type,
    required: option.required ?? false,
    autocomplete: option.autocomplete ?? false,
    choices: choiceViews(option.choices ?? [], language),
    maxLength: option.max_length ?? LONGEST_TEXT,
  };
}

export function choiceViews(
  choices: readonly (Localised & { readonly value: string | number })[],
  language: TextLanguage,
): ChoiceView[] {
  return choices.map((it) => ({ label: labelOf(it, language), value: it.value }));
}

function descriptionOf(it: Described, language: TextLanguage): string {
  return it.description_localizations?.[language === 'nl' ? 'nl' : 'en-US'] ?? it.description ?? '';
}
