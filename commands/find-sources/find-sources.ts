import type { Message } from 'discord.js';
import { answerQuestion, questionProblem } from '../../src/discord/answering.ts';
import type { MessageCommand } from '../../src/discord/interactions/command.ts';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { normalizeQuestion, readQuestion } from '../../src/discord/messages/parts/question.ts';
import { sentenceRanges } from '../../src/letters/sentences.ts';
import { cutPlace } from '../../src/whole-characters.ts';
import { targetMessage } from '../target-message.ts';
import { definition } from './definition.ts';

/** Finds passages that bear on somebody's message, for whoever asks only. */
export const findSources = {
  definition,
  async run(interaction, context) {
    const { texts, stats } = context;
    const message = targetMessage(interaction);
    if (!message) return { message: notice(texts.problem.deletedMessage) };
    const question = firstSentences(textOf(message));
    if (questionProblem(question, texts) !== null) return { message: notice(texts.problem.emptyMessage) };
    stats.count('questions');
    return answerQuestion({ asked: { question }, note: texts.answer.sources, reader: interaction.user.id }, context);
  },
} satisfies MessageCommand;

/** What a message says; of an answer of this bot, the question. */
function textOf({ content, components }: Message): string {
  const asked = readQuestion(components.map((component) => component.toJSON()));
  return normalizeQuestion(content === '' && asked ? asked.question : content);
}

/** As many whole sentences as make a question; of one that is too long, as many words. */
function firstSentences(text: string): string {
  if (text.length <= OWN_LIMITS.question) return text;
  const end = sentenceRanges(text).findLast((sentence) => sentence.end <= OWN_LIMITS.question)?.end;
  const space = text.lastIndexOf(' ', OWN_LIMITS.question);
  return text.slice(0, end ?? (space > 0 ? space : cutPlace(text, OWN_LIMITS.question)));
}
