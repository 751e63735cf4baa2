import {
  type Answerable,
  type ChatCommand,
  type Command,
  isChatCommand,
} from '../../../src/discord/interactions/command.ts';

/** What is wrong with a bot's sending of answers. */
export type Flaw = (interaction: Answerable) => void;

/** The commands, with a flaw in how each of their answers is sent: what a storm must notice. */
export function flawed(commands: readonly Command[], flaw: Flaw): Command[] {
  return commands.map((command) => {
    if (!isChatCommand(command)) return command;
    const run: ChatCommand['run'] = (interaction, context) => {
      flaw(interaction);
      return command.run(interaction, context);
    };
    return { ...command, run };
  });
}

/** A second message after the answer. */
export const answersTwice: Flaw = (interaction) => {
  const edit = interaction.editReply.bind(interaction);
  interaction.editReply = async (options) => {
    const message = await edit(options);
    await interaction.followUp({ content: 'Nogmaals.', allowedMentions: { parse: [] } });
    return message;
  };
};

/** The answer changes once more. */
export const changesItsMind: Flaw = (interaction) => {
  const edit = interaction.editReply.bind(interaction);
  interaction.editReply = async (options) => {
    await edit(options);
    return edit(options);
  };
};

/** The answer is not sent. */
export const loses: Flaw = (interaction) => {
  interaction.editReply = () => interaction.fetchReply();
};

/** One answer is not sent. */
export function losesOne(): Flaw {
  let lost = false;
  return (interaction) => {
    if (!lost) loses(interaction);
    lost = true;
  };
}

/** Each answer leaves so many bytes behind. */
export function keepsMemory(kept: Buffer[], bytes = 100_000): Flaw {
  return () => void kept.push(Buffer.alloc(bytes, 1));
}
