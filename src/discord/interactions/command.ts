import type {
  APIApplicationCommandOptionChoice,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Context } from '../context.ts';
import type { Button, PressInteraction } from './button.ts';
import type { Outcome, Visibility } from './outcome.ts';

/** What a person does that gets a message for an answer. */
export type Answerable = PressInteraction | ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

interface Shared {
  /** Buttons that only this command's messages have. */
  readonly buttons?: readonly Button[];
}

/** A slash command. Whoever adds one makes a folder under `commands/` and a line in its list. */
export interface ChatCommand extends Shared {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Whether it tells of, or changes, what is the same for all servers: only who runs the bot may. */
  readonly ownersOnly?: true;
  /** Decided before anything is looked up; private where it is not given. */
  visibility?(interaction: ChatInputCommandInteraction, context: Context): Visibility;
  run(interaction: ChatInputCommandInteraction, context: Context): Promise<Outcome> | Outcome;
  /** At most 25 choices are shown. */
  autocomplete?(
    interaction: AutocompleteInteraction,
    context: Context,
  ): readonly APIApplicationCommandOptionChoice<string>[];
}

/** A command in the menu of a message. */
export interface MessageCommand extends Shared {
  readonly definition: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  run(interaction: MessageContextMenuCommandInteraction, context: Context): Promise<Outcome> | Outcome;
}

export type Command = ChatCommand | MessageCommand;

export function isChatCommand(command: Command): command is ChatCommand {
  return command.definition.type === undefined || command.definition.type === 1;
}
