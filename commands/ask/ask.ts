import { answerQuestion, questionProblem } from '../../src/discord/answering.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { normalizeQuestion } from '../../src/discord/messages/parts/question.ts';
import { sharedReceipt } from '../../src/discord/messages/sharing.ts';
import { letterChoices, meetingChoices } from '../choices.ts';
import { definition } from './definition.ts';
import { chosenFilters } from './filters.ts';

/** Answers a question privately or, when asked to, in the channel; a refusal is always private. */
export const ask = {
  definition,
  async run(interaction, context) {
    const { texts, stats } = context;
    const question = normalizeQuestion(interaction.options.getString('question', true));
    const problem = questionProblem(question, texts);
    if (problem !== null) return { message: notice(problem) };
    const chosen = chosenFilters(interaction, context);
    if ('problem' in chosen) return { message: chosen.problem };
    stats.count('questions');
    const reader = interaction.options.getUser('mention');
    const isShared = interaction.options.getBoolean('share') ?? context.chosen.visibility === 'public';
    const isPublic = isShared || reader !== null;
    const sharer = `<@${interaction.user.id}>`;
    const note = isPublic && { note: texts.answer.shared(sharer, reader && `<@${reader.id}>`) };
    const { answer, message, facts } = await answerQuestion(
      {
        asked: { question },
        filters: chosen.filters,
        isPublic,
        reader: isPublic ? interaction.channelId : interaction.user.id,
        quotes: interaction.options.getInteger('quotes') ?? undefined,
        ...note,
        ...(reader && { pings: [reader.id] }),
      },
      context,
    );
    if (!isPublic || answer.quotes.length + answer.letters.length === 0) return { message, facts };
    return {
      message: sharedReceipt(null, texts),
      broadcast: message,
      posted: (post) => (post.is === 'posted' ? sharedReceipt(post.url, texts) : null),
      facts,
    };
  },
  autocomplete(interaction, { library, language }) {
    const { name, value } = interaction.options.getFocused(true);
    return (name === 'letter' ? letterChoices : meetingChoices)(library, value, language);
  },
} satisfies ChatCommand;
