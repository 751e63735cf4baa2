import { type Client, Events, RESTEvents } from 'discord.js';
import { answerButtons } from './buttons/answer-buttons.ts';
import { keepButton } from './buttons/keep-button.ts';
import { quoteButtons } from './buttons/quote-buttons.ts';
import { logConnection } from './connection/connection-log.ts';
import { DiscordProblem, disconnectProblem } from './connection/disconnects.ts';
import type { Services } from './context.ts';
import type { Command } from './interactions/command.ts';
import { createInteractionHandler } from './interactions/handler.ts';
import { createMentionHandler } from './mentions.ts';

/** What goes on between the client and what answers it. */
export interface Listening {
  /** Rejects when Discord closes the connection for good. */
  readonly closed: Promise<never>;
  /** From now on only what is under way is answered. */
  stopTaking(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** What is still under way stops at its next step. */
  abandon(): void;
}

/** Connects the client's events with what answers them. */
export function listen(client: Client, commands: readonly Command[], services: Services): Listening {
  const { log, stats, clock } = services;
  /** Answers under way, and how each is told that nobody waits any more. */
  const underWay = new Map<Promise<void>, AbortController>();
  let stopping = false;
  const interactions = createInteractionHandler(
    commands,
    [...answerButtons, ...quoteButtons, keepButton],
    services,
    () => stopping,
  );
  const mentions = createMentionHandler(services, () => client.user?.id);
  const track = (work: (waiting: AbortController) => Promise<void>): void => {
    const waiting = new AbortController();
    const tracked = work(waiting).finally(() => underWay.delete(tracked));
    underWay.set(tracked, waiting);
  };
  client.on(Events.InteractionCreate, (interaction) => track((waiting) => interactions.handle(interaction, waiting)));
  client.on(Events.MessageCreate, (message) => {
    if (!stopping) track((waiting) => mentions.handle(message, waiting));
  });
  client.on(Events.Error, (error) => {
    stats.count('errors');
    log.warn({ error }, 'the client reports an error');
  });
  logConnection(client, log, clock, () => stopping);
  client.rest.on(RESTEvents.RateLimited, ({ route, retryAfter }) => {
    log.warn({ route, retryAfter }, 'Discord asks to wait');
  });
  const closed = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => reject(disconnectProblem(code)));
    client.on(Events.Invalidated, () => reject(new DiscordProblem('Discord ended the session for good.')));
  });
  closed.catch(() => {});
  return {
    closed,
    stopTaking: () => {
      stopping = true;
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay.keys());
    },
    abandon: () => {
      for (const waiting of underWay.values()) waiting.abort();
    },
  };
}
