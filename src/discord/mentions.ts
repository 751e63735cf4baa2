import { ChannelType, type Message, MessageType } from 'discord.js';
import { isSmallTalk } from '../retrieval/question/content.ts';
import { conversation } from '../retrieval/question/follow-up.ts';
import { answerQuestion, questionProblem } from './answering.ts';
import { asksForSources } from './asks-for-sources.ts';
import { type Context, contextAt, type Services } from './context.ts';
import { attempt, failed } from './interactions/attempt.ts';
import { isGone, isNotAllowed, isRefused, isTransient } from './interactions/errors.ts';
import { logAnswer } from './interactions/log-answer.ts';
import type { Outcome } from './interactions/outcome.ts';
import { payload } from './interactions/payload.ts';
import { DELIVERY_WAITS, withRetries } from './interactions/retry.ts';
import { notice } from './messages/notice.ts';
import type { OutgoingMessage } from './messages/parts/parts.ts';
import { type AskedQuestion, normalizeQuestion, readQuestion } from './messages/parts/question.ts';
import { haste } from './rate-limits.ts';

/** "Typing…" appears when an answer takes longer than this, in ms. */
const TYPING_AFTER = 700;

/**
 * Answers messages that mention the bot, replies to its answers, and direct messages, in the open, as a reply. Discord
 * shows the bot what stands in these without the privileged message-content intent.
 *
 * @param botId the bot's own user id
 */
export function createMentionHandler(services: Services, botId: () => string | undefined) {
  return {
    /** Answers one message as long as somebody waits for it, or leaves it alone. Never rejects. */
    async handle(message: Message, waiting: AbortController): Promise<void> {
      const self = botId();
      if (self === undefined || !isMeantFor(message, self)) return;
      try {
        await answer(message, self, services, waiting);
      } catch (error) {
        report(error, services);
      }
    },
  };
}

function isMeantFor(message: Message, self: string): boolean {
  if (message.author.bot || message.webhookId !== null) return false;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return false;
  // Not @everyone nor a role: only the bot by name.
  return message.channel.type === ChannelType.DM || message.mentions.users.has(self);
}

async function answer(message: Message, self: string, services: Services, waiting: AbortController): Promise<void> {
  const { limits, stats, clock } = services;
  const context = contextAt(message, { locale: null }, services, waiting);
  const permission = limits.take(message.author.id, message.guildId);
  if (!permission.allowed) {
    stats.count('limited');
    // One word of it is enough: a reply to each would make a flood of a flood.
    if (permission.first) await reply(message, notice(haste(permission, context.texts)), services);
    return;
  }
  const { asked, isToAnother } = await heardIn(message, self);
  if (isToAnother && (asked.question === '' || asksForSources(asked.question)))
    return reply(message, notice(context.texts.problem.othersMessage), services);
  // Thanks and greetings want no answer.
  if (isSmallTalk(asked.question)) return;
  stats.count('questions');
  const begun = clock.elapsed();
  const work = attempt(() => answerTo(asked, message, context), context);
  const result = await typingMeanwhile(message, work, services);
  const outgoing = result.ok ? result.value.message : notice(result.sentence);
  await reply(message, outgoing, services).catch((error: unknown) => {
    if (!isRefused(error)) throw error;
    return reply(message, notice(failed(error, context)), services);
  });
  if (result.ok) logAnswer({ mention: true }, begun, result.value.facts, services);
}

async function answerTo(asked: AskedQuestion, { channelId }: Message, context: Context): Promise<Outcome> {
  if (asked.question === '') return { message: notice(context.texts.problem.unreadableMention) };
  const problem = questionProblem(asked.question, context.texts);
  if (problem !== null) return { message: notice(problem) };
  const fixed = (context.chosen.language ?? 'reader') !== 'reader';
  return answerQuestion({ asked, isPublic: true, reader: channelId, inItsLanguage: !fixed }, context);
}

interface Heard {
  /** The question in a message and, in a reply to an answer of the bot, the conversation before it. */
  readonly asked: AskedQuestion;
  /** Whether it replies to somebody else, whose words Discord does not show the bot. */
  readonly isToAnother: boolean;
}

async function heardIn(message: Message, self: string): Promise<Heard> {
  const question = normalizeQuestion(message.content);
  const before = message.reference ? await message.fetchReference().catch(() => null) : null;
  if (before?.author.id !== self) return { asked: { question }, isToAnother: before !== null };
  const read = readQuestion(before.components.map((component) => component.toJSON()));
  const previous = read && conversation(read.question, read.previous);
  return { asked: { question, ...(previous !== null && { previous }) }, isToAnother: false };
}

async function typingMeanwhile<T>(message: Message, work: Promise<T>, { clock }: Services): Promise<T> {
  const done = new AbortController();
  clock.sleep(TYPING_AFTER, done.signal).then(
    async () => {
      if (message.channel.isSendable()) await message.channel.sendTyping().catch(() => {});
    },
    () => {},
  );
  try {
    return await work;
  } finally {
    done.abort();
  }
}

async function reply(message: Message, outgoing: OutgoingMessage, { clock, stats }: Services): Promise<void> {
  const body = payload(outgoing);
  const options = {
    ...body,
    allowedMentions: { ...body.allowedMentions, repliedUser: false },
    // Sent again after a reset socket, it is still one message.
    nonce: message.id,
    enforceNonce: true,
  };
  await withRetries(
    () => message.reply(options),
    DELIVERY_WAITS,
    clock,
    () => stats.count('retries'),
  );
}

function report(error: unknown, { stats, log }: Services): void {
  if (isGone(error)) {
    log.debug({ error }, 'the message that asked is gone');
    return;
  }
  stats.count('errors');
  if (isNotAllowed(error))
    log.warn({ error }, 'the bot may not reply there: give it View Channel, Send Messages and Read Message History');
  else if (isTransient(error)) log.warn({ error }, 'Discord could not be reached with an answer');
  else log.error({ error }, 'a mention could not be answered');
}
