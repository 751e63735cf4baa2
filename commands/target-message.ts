import type { Message, MessageContextMenuCommandInteraction } from 'discord.js';

/** The message that a command was chosen for, or null where Discord did not send it along because it is gone. */
export function targetMessage(interaction: MessageContextMenuCommandInteraction): Message | null {
  return interaction.options.getMessage('message');
}
