import { type HappeningStream, PATIENCE_MS } from './happenings.ts';
import type { Interaction } from './interactions/interaction.ts';
import type { Choice } from './limits/callbacks.ts';
import { isThinking, type Message } from './world/messages.ts';

/** Awaits what the bot makes of what people do. Each looks back to when they did it, so nothing is missed. */
export class WaitFor {
  readonly #happenings: HappeningStream;

  constructor(happenings: HappeningStream) {
    this.#happenings = happenings;
  }

  /** The first finished message, new or changed, that an interaction brings: "thinking" is not finished. */
  async answer({ token, mark, name }: Interaction, withinMs = PATIENCE_MS): Promise<Message> {
    const fits = (it: { message: Message; interaction: Interaction | null }) =>
      it.interaction?.token === token && !isThinking(it.message);
    const found = await this.#happenings
      .until(['messageCreated', 'messageUpdated'], fits, { since: mark, withinMs })
      .catch(named(`an answer to "${name}"`));
    return found.message;
  }

  /** The first follow-up message to an interaction. */
  async followUp({ token, mark, name, followUpIds }: Interaction, withinMs = PATIENCE_MS): Promise<Message> {
    const found = await this.#happenings
      .until(
        ['messageCreated'],
        // The route notes a follow-up's id just after the message was made.
        (it) => it.interaction?.token === token && (followUpIds.includes(it.message.id) || isFollowUp(it.message)),
        { since: mark, withinMs },
      )
      .catch(named(`a follow-up to "${name}"`));
    return found.message;
  }

  /** The suggestions for what was typed. */
  async choices({ token, mark, name }: Interaction, withinMs = PATIENCE_MS): Promise<Choice[]> {
    const found = await this.#happenings
      .until(['choices'], (it) => it.interaction.token === token, { since: mark, withinMs })
      .catch(named(`choices for "${name}"`));
    return found.choices;
  }

  /** Discord's callback type of the first answer. */
  async acknowledgement({ token, mark, name }: Interaction, withinMs = PATIENCE_MS): Promise<number> {
    const found = await this.#happenings
      .until(['acknowledged'], (it) => it.interaction.token === token, { since: mark, withinMs })
      .catch(named(`the acknowledgement of "${name}"`));
    return found.callback;
  }

  /** The bot's message that replies to a message. */
  async reply(message: Message, withinMs = PATIENCE_MS): Promise<Message> {
    const found = await this.#happenings
      .until(
        ['messageCreated'],
        (it) =>
          it.interaction === null &&
          it.message.message_reference?.message_id === message.id &&
          it.message.author.bot === true,
        { since: 0, withinMs },
      )
      .catch(named(`a reply to "${message.content}"`));
    return found.message;
  }
}

function isFollowUp(message: Message): boolean {
  return message.interaction_metadata?.original_response_message_id !== undefined;
}

function named(what: string): (error: Error) => never {
  return (error) => {
    throw new Error(`${what} did not come: ${error.message}`);
  };
}
