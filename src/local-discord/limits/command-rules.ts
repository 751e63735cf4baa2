import type { Refuse } from './check.ts';
import { LIMITS } from './values.ts';

/** What the rules look at in an option. */
interface Option extends Sized {
  type: number;
  required?: boolean | undefined;
  autocomplete?: boolean | undefined;
  min_value?: number | undefined;
  max_value?: number | undefined;
  min_length?: number | undefined;
  max_length?: number | undefined;
}

interface Command extends Sized {
  type: number;
}

interface Sized {
  name: string;
  description?: string | null | undefined;
  name_localizations?: object | null | undefined;
  description_localizations?: object | null | undefined;
  options?: Option[] | undefined;
  choices?: { name: string; name_localizations?: object | null | undefined; value: string | number }[] | undefined;
}

const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
/** Option types a person types into: string, integer, number. */
const TYPED = [3, 4, 10];

/** Rules within one option: which settings go with which type. */
export function refuseOptions(option: Option, refuse: Refuse): void {
  const typed = TYPED.includes(option.type);
  if (option.autocomplete && option.choices?.length) refuse(['autocomplete'], 'Cannot be used with choices.');
  if (option.autocomplete && !typed) refuse(['autocomplete'], 'Only a string, integer or number can be completed.');
  if (option.choices?.length && !typed) refuse(['choices'], 'Only a string, integer or number can have choices.');
  const text = option.type === 3;
  if (option.choices?.some((it) => (typeof it.value === 'string') !== text)) {
    refuse(['choices'], 'A choice has a value of the wrong type.');
  }
  if (!text && (option.min_length ?? option.max_length) !== undefined) refuse(['max_length'], 'Only for strings.');
  if ((option.min_length ?? 0) > (option.max_length ?? LIMITS.stringOption)) refuse(['min_length'], 'Over max_length.');
  if ((option.min_value ?? -Infinity) > (option.max_value ?? Infinity)) refuse(['min_value'], 'Over max_value.');
  if (option.options && option.type > SUBCOMMAND_GROUP) refuse(['options'], 'Only a subcommand or group has options.');
  if (option.type === SUBCOMMAND_GROUP && option.options?.some((it) => it.type !== SUBCOMMAND)) {
    refuse(['options'], 'A group holds subcommands only.');
  }
  if (option.type === SUBCOMMAND && option.options?.some((it) => it.type <= SUBCOMMAND_GROUP)) {
    refuse(['options'], 'A subcommand cannot be nested in a subcommand.');
  }
  refuseList(option.options, refuse);
}

/** Rules within one command. */
export function refuseCommand(command: Command, refuse: Refuse): void {
  refuseList(command.options, refuse);
  const size = textSize(command);
  if (size > LIMITS.commandText) {
    refuse([], `${size} characters of name, description and values; at most ${LIMITS.commandText}.`);
  }
}

/** Rules over all commands together. */
export function refuseCommandSet(set: readonly Command[], refuse: Refuse): void {
  const most = [LIMITS.slashCommands, LIMITS.userCommands, LIMITS.messageCommands, LIMITS.entryPointCommands];
  most.forEach((max, index) => {
    const count = set.filter((it) => it.type === index + 1).length;
    if (count > max) refuse([], `${count} commands of type ${index + 1}; at most ${max}.`);
  });
  const names = set.map((it) => `${it.type} ${it.name}`);
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) refuse([index, 'name'], 'Application command names must be unique.');
  });
}

function refuseList(options: Sized['options'], refuse: Refuse): void {
  const list = options ?? [];
  const names = list.map((it) => it.name);
  const firstOptional = list.findIndex((it) => !it.required);
  list.forEach((it, index) => {
    if (names.indexOf(it.name) < index) refuse(['options', index, 'name'], 'Option names must be unique.');
    if (it.required && firstOptional >= 0 && index > firstOptional) {
      refuse(['options', index], 'Required options must be placed before non-required options.');
    }
  });
  const subcommands = list.filter((it) => it.type <= SUBCOMMAND_GROUP).length;
  if (subcommands && subcommands < list.length) refuse(['options'], 'Subcommands cannot stand beside other options.');
}

function textSize(it: Sized): number {
  const choices = (it.choices ?? []).map(
    (choice) => longest(choice.name, choice.name_localizations) + String(choice.value).length,
  );
  const options = (it.options ?? []).map(textSize);
  const own = longest(it.name, it.name_localizations) + longest(it.description, it.description_localizations);
  return [...choices, ...options].reduce((sum, size) => sum + size, own);
}

function longest(text: string | null | undefined, localised: object | null | undefined): number {
  const others = Object.values(localised ?? {}).filter((it) => typeof it === 'string');
  return Math.max(text?.length ?? 0, ...others.map((it) => it.length));
}
