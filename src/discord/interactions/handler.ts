import { type Interaction, MessageFlags } from 'discord.js';
import { type Context, contextAt, type Services } from '../context.ts';
import { readCustomId } from '../custom-ids/custom-id.ts';
import { notice } from '../messages/notice.ts';
import { haste } from '../rate-limits.ts';
import type { Button, PressInteraction } from './button.ts';
import { type Answerable, type ChatCommand, type Command, isChatCommand, type MessageCommand } from './command.ts';
import { createCompletions } from './completions.ts';
import { isAlreadyAcknowledged, isGone, isTransient } from './errors.ts';
import { logAnswer } from './log-answer.ts';
import type { Visibility } from './outcome.ts';
import { refuse, respond } from './respond.ts';
import { typedText } from './typed-text.ts';

export interface InteractionHandler {
  /** Answers one interaction, as long as somebody waits for it. Never rejects. */
  handle(interaction: Interaction, waiting: AbortController): Promise<void>;
}

/** What an interaction asks for. */
interface Job {
  readonly kind: 'command' | 'button';
  readonly name: string;
  readonly visibility: Visibility;
  run(): ReturnType<ChatCommand['run']>;
}

/** The one place through which every command, press and completion goes: it limits, acknowledges, logs and counts. */
export function createInteractionHandler(
  commands: readonly Command[],
  buttons: readonly Button[],
  services: Services,
  isStopping: () => boolean,
): InteractionHandler {
  const chat = new Map<string, ChatCommand>();
  const menu = new Map<string, MessageCommand>();
  for (const command of commands) {
    if (isChatCommand(command)) chat.set(command.definition.name, command);
    else menu.set(command.definition.name, command);
  }
  const actions = new Map(
    [...buttons, ...commands.flatMap((command) => command.buttons ?? [])].map((b) => [b.action, b]),
  );

  const completions = createCompletions(chat, services);

  function typedFor(interaction: Interaction): string {
    if (!interaction.isChatInputCommand()) return '';
    const command = chat.get(interaction.commandName);
    return command ? typedText(interaction, command.definition) : '';
  }

  /** The job of an interaction, or the sentence that says why there is none. */
  function jobOf(interaction: Answerable, context: Context): Job | string {
    const { problem } = context.texts;
    if (isPress(interaction)) {
      const [chosen] = interaction.isButton() ? [interaction.customId] : interaction.values;
      const id = readCustomId(chosen ?? '');
      const press = id && actions.get(id.action)?.press(id.fields, interaction, context);
      return press ? { kind: 'button', name: id.action, ...press } : problem.stale;
    }
    const name = interaction.commandName;
    if (interaction.isChatInputCommand()) {
      const command = chat.get(name);
      if (!command) return problem.unknownCommand;
      const visibility = command.visibility?.(interaction, context) ?? 'private';
      const run = async () =>
        !command.ownersOnly || (await context.owners.include(interaction.user.id))
          ? command.run(interaction, context)
          : { message: notice(problem.ownersOnly) };
      return { kind: 'command', name, visibility, run };
    }
    const command = menu.get(name);
    if (!command) return problem.unknownCommand;
    return { kind: 'command', name, visibility: 'private', run: () => command.run(interaction, context) };
  }

  async function answer(interaction: Answerable, context: Context): Promise<void> {
    const { stats, clock, texts, limits } = context;
    if (isStopping()) return refuse(interaction, texts.problem.stopping, context);
    const permission = limits.take(interaction.user.id, interaction.guildId);
    if (!permission.allowed) {
      stats.count('limited');
      return refuse(interaction, haste(permission, texts), context);
    }
    const job = jobOf(interaction, context);
    if (typeof job === 'string') return refuse(interaction, job, context);
    const begun = clock.elapsed();
    stats.count(job.kind === 'command' ? 'commands' : 'buttons');
    const outcome = await respond(interaction, job.visibility, job.run, context);
    if (outcome) logAnswer({ [job.kind]: job.name }, begun, outcome.facts, context);
  }

  return {
    async handle(interaction, waiting) {
      try {
        const context = contextAt(
          interaction,
          { locale: interaction.locale, typed: typedFor(interaction) },
          services,
          waiting,
        );
        if (interaction.isAutocomplete())
          await (isStopping() ? interaction.respond([]) : completions.answer(interaction, context));
        else if (isAnswerable(interaction)) await answer(interaction, context);
        else if (interaction.isRepliable())
          await interaction.reply({ content: context.texts.problem.unknownCommand, flags: MessageFlags.Ephemeral });
      } catch (error) {
        report(error, services);
      }
    },
  };
}

function isAnswerable(interaction: Interaction): interaction is Answerable {
  return interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand() || isPress(interaction);
}

function isPress(interaction: Interaction): interaction is PressInteraction {
  return interaction.isButton() || interaction.isStringSelectMenu();
}

/** Nobody can be answered any more: what is left is to say so in the log. */
function report(error: unknown, { stats, log }: Services): void {
  if (isGone(error) || isAlreadyAcknowledged(error)) {
    stats.count('late');
    log.debug({ error }, 'Discord no longer waits for this answer');
    return;
  }
  stats.count('errors');
  if (isTransient(error)) log.warn({ error }, 'Discord could not be reached with an answer');
  else log.error({ error }, 'an answer could not be given');
}
