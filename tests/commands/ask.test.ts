import { describe, expect, test } from 'vitest';
import { buttonsOf, isEphemeral, textOf } from '../../src/local-discord/index.ts';
import { useStage } from '../support/bot-stage.ts';

const stage = useStage();
const QUESTION = 'Wat schrijft de minister over Afghanistan en terroristische organisaties?';

describe('/ask', () => {
  test('answers privately with quotes in bold, citations and buttons', async () => {
    const { people, waitFor } = stage.discord;
    const asked = people.slash('ask', { question: QUESTION });
    const answer = await waitFor.answer(asked);
    console.log(
      textOf(answer),
      buttonsOf(answer).map((b) => b.label),
    );
    expect(isEphemeral(answer)).toBe(true);
    expect(textOf(answer)).toContain('### ');
  });
});
