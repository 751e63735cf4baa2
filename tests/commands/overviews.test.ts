import { describe, expect, test } from 'vitest';
import { buttonsOf, customIdOf, isEphemeral, textOf } from '../../src/local-discord/index.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';
import { firstQuoteOf } from '../support/open-quote.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const stage = useStage();
const nl = overviews('nl');

/** A slash command by a Dutch reader, and what it shows. */
async function slash(name: string, options: Record<string, string | boolean> = {}) {
  const { people, waitFor, world } = stage.discord;
  return waitFor.answer(people.slash(name, options, { user: world.bram }));
}

async function press(message: Awaited<ReturnType<typeof slash>>, label: string) {
  const { people, waitFor, world } = stage.discord;
  return waitFor.answer(people.press(message, customIdOf(message, label), { user: world.bram }));
}

/** What is shown from a message on, page by page, until no button goes on. */
async function allPages(first: Awaited<ReturnType<typeof slash>>): Promise<string[]> {
  const goesOn = buttonsOf(first).some(({ label }) => label === nl.more);
  return [textOf(first), ...(goesOn ? await allPages(await press(first, nl.more)) : [])];
}

/** Quotes in a message, without Markdown. */
const quotesIn = (shown: string) => shown.split('\n').filter((line) => line.startsWith('> '));

describe('/summary', () => {
  test('sums up a meeting privately, page by page, in verbatim quotes', async () => {
    const first = await slash('summary', { meeting: 'okt 2020' });
    expect(isEphemeral(first)).toBe(true);
    expect(textOf(first)).toContain(`### ${nl.summary.title('NAVO-ministers van Defensie, 22 en 23 oktober 2020')}`);
    expect(textOf(first)).toContain(nl.summary.missing.before);
    expect(textOf(first)).toContain(`**${nl.summary.parts.about}**`);
    const pages = await allPages(first);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(quotesIn)).toHaveLength(12);
    expect(new Set(pages.flatMap(quotesIn)).size).toBe(12);
    expect(pages.at(-1)).toMatch(/\d+ tot en met 12 van 12/);
  });

  test('short has at most five', async () => {
    const message = await slash('summary', { meeting: 'okt 2021', short: true });
    expect(quotesIn(textOf(message)).length).toBeLessThanOrEqual(5);
    expect(textOf(message)).toContain('Niet geciteerd: ');
  });

  test('opens one section, chosen from a list or typed', async () => {
    const { people, waitFor, world } = stage.discord;
    const [meeting] = stage.library.meetings;
    const choices = await waitFor.choices(
      people.type('summary', 'detail', 'zwarte', { meeting: meeting!.id }, { user: world.bram }),
    );
    expect(choices.map(({ name }) => name)).toEqual(['Zwarte Zee regio']);
    const chosen = await slash('summary', { meeting: meeting!.id, detail: String(choices[0]?.value) });
    expect(textOf(chosen)).toContain('§ Zwarte Zee regio');
    expect(textOf(await slash('summary', { meeting: meeting!.id, detail: 'zwarte zee' }))).toBe(textOf(chosen));
    const unknown = await slash('summary', { meeting: meeting!.id, detail: 'Zeppelin' });
    expect(textOf(await press(unknown, 'Zwarte Zee regio'))).toBe(textOf(chosen));
  });

  test('a button for a section that is not there any more is stale', async () => {
    const { people, waitFor, world } = stage.discord;
    const shown = await slash('summary', { meeting: 'okt 2021' });
    for (const action of ['summary', 'take-summary']) {
      const id = `v=1&a=${action}&m=${stage.library.meetings[0]!.id}&s=99`;
      const said = await waitFor.answer(people.press(shown, id, { user: world.bram, unchecked: true }));
      expect(textOf(said)).toBe(texts('nl').problem.stale);
    }
  });

  test('lists the sections of the meeting that the channel is about where none is typed', async () => {
    const { people, waitFor, world } = stage.discord;
    const listed = async () => {
      const choices = await waitFor.choices(people.type('summary', 'detail', 'zwarte', {}, { user: world.bram }));
      return choices.map(({ name }) => name);
    };
    expect(await listed()).toEqual([]);
    const meeting = stage.library.meetings[0]!.id;
    await waitFor.answer(people.slash('settings meeting', { meeting, where: 'channel' }));
    expect(await listed()).toEqual(['Zwarte Zee regio']);
    await waitFor.answer(people.slash('settings meeting', { where: 'channel' }));
  });

  test('asks which meeting is meant', async () => {
    const message = await slash('summary', { meeting: 'oktober' });
    expect(textOf(message)).toContain(nl.choose.meeting.several('oktober'));
    const chosen = await press(message, '21 en 22 oktober 2021 · NAVO-ministers van Defensie');
    expect(textOf(chosen)).toBe(textOf(await slash('summary', { meeting: 'okt 2021' })));
    expect(buttonsOf(await slash('summary', { meeting: '**' })).length).toBeGreaterThan(0);
  });

  test('finds a meeting while it is typed', async () => {
    const { people, waitFor, world } = stage.discord;
    const choices = await waitFor.choices(people.type('summary', 'meeting', 'okt 21', {}, { user: world.bram }));
    expect(choices.map(({ name }) => name)).toEqual(['21 en 22 oktober 2021 · NAVO-ministers van Defensie']);
  });

  test('shows the whole passage behind a quote', async () => {
    const message = await slash('summary', { meeting: 'okt 2021' });
    const { people, waitFor, world } = stage.discord;
    const open = await waitFor.answer(people.select(message, ...firstQuoteOf(message), { user: world.bram }));
    const context = await press(open, texts('nl').button.context);
    expect(textOf(context)).toContain(texts('nl').context.title);
  });

  test('lays announcement and outcome side by side where both letters are there', async () => {
    const before = stage.library;
    stage.source.next = await scriptedLibrary({
      'before.txt':
        'Den Haag, 3 maart 2023\n\nHierbij zend ik u de geannoteerde agenda voor de vergadering van de Eurogroep op 13 maart 2023 te Brussel.\n\nBegroting\n\nNaar verwachting neemt de Eurogroep een verklaring over begrotingen aan.\n',
      'after.txt':
        'Den Haag, 24 maart 2023\n\nHierbij zend ik u het verslag van de vergadering van de Eurogroep op 13 maart 2023 te Brussel.\n\nBegroting\n\nDe Eurogroep nam een verklaring over begrotingen aan.\n',
    });
    await stage.source.reload();
    const shown = textOf(await slash('summary', { meeting: 'Eurogroep' }));
    expect(shown.indexOf(`-# ${nl.summary.side.announced}\n> Naar verwachting`)).toBeGreaterThan(0);
    expect(shown.indexOf(`-# ${nl.summary.side.decided}\n> De Eurogroep nam`)).toBeGreaterThan(
      shown.indexOf('Naar verwachting'),
    );
    expect(shown).not.toContain(nl.summary.missing.after);
    stage.source.next = before;
    await stage.source.reload();
  });
});

describe('turning pages', () => {
  test('makes nothing anew', async () => {
    const { summarize } = stage.library;
    let made = 0;
    const counted = (...given: Parameters<typeof summarize>) => {
      made++;
      return summarize(...given);
    };
    Object.assign(stage.library, { summarize: counted });
    const pages = await allPages(await slash('summary', { meeting: 'feb 2022' }));
    Object.assign(stage.library, { summarize });
    expect(pages.length).toBeGreaterThan(1);
    expect(made).toBe(1);
  });

  test('work stops when Discord no longer waits for the answer', async () => {
    const { people, settings, world } = stage.discord;
    const { timeline } = stage.library;
    const signals: (AbortSignal | undefined)[] = [];
    const endless = (_: string, { signal }: { signal?: AbortSignal | undefined } = {}) => {
      signals.push(signal);
      return new Promise<never>(() => {});
    };
    Object.assign(stage.library, { timeline: endless });
    settings.answerWithinMs = -1;
    people.slash('timeline', { subject: 'munitie' }, { user: world.bram });
    await expect.poll(() => signals.map((signal) => signal?.aborted)).toEqual([true]);
    settings.answerWithinMs = 3000;
    Object.assign(stage.library, { timeline });
  });
});

describe('/timeline', () => {
  test('shows a subject through the years under a chart with words for whoever can’t see it', async () => {
    const message = await slash('timeline', { subject: 'Strategisch Concept' });
    expect(textOf(message)).toContain('### Strategisch Concept');
    expect(message.attachments).toMatchObject([
      { filename: 'timeline.png', description: expect.stringContaining('1 juni 2021: 8 zinnen') },
    ]);
    expect(JSON.stringify(message.components)).toContain('timeline.png');
    expect((await allPages(message)).join('\n')).toContain('**17 februari 2022**');
  });

  test('goes on with a button, without the chart', async () => {
    const first = await slash('timeline', { subject: 'Afghanistan' });
    const second = await press(first, nl.more);
    expect(second.attachments).toEqual([]);
    expect(textOf(second)).toContain('### Afghanistan');
    expect(quotesIn(textOf(second)).length).toBeGreaterThan(0);
  });

  test('keeps to a period, and marks an inferred date', async () => {
    const message = await slash('timeline', { subject: 'Resolute Support', from: '2017', to: '2018' });
    expect(textOf(message)).toContain(`**${nl.timeline.inferred('9 november 2017')}**`);
    expect(textOf(message)).not.toContain('2021**');
  });

  test('says so where there is nothing, or the period can’t be read', async () => {
    expect(textOf(await slash('timeline', { subject: 'zonnepanelen' }))).toContain(nl.timeline.none('zonnepanelen'));
    const { problem } = texts('nl');
    expect(textOf(await slash('timeline', { subject: 'cyber', from: 'ooit' }))).toBe(problem.unknownDate('ooit'));
    expect(textOf(await slash('timeline', { subject: 'cyber', from: '2022', to: '2020' }))).toBe(
      problem.reversedPeriod,
    );
  });
});

describe('/compare', () => {
  test('lays two meetings side by side, the earlier first, page by page', async () => {
    const first = await slash('compare', { subject: 'Afghanistan', first: 'okt 2021', second: 'okt 2020' });
    expect(isEphemeral(first)).toBe(true);
    expect(textOf(first)).toContain(nl.comparison.earlier('NAVO-ministers van Defensie, 22 en 23 oktober 2020'));
    expect((await allPages(first)).join('\n')).toContain(`**${nl.comparison.fresh}**`);
  });

  test('says so where neither speaks of it, or it is one meeting twice', async () => {
    const none = await slash('compare', { subject: 'zonnepanelen', first: 'okt 2021', second: 'okt 2020' });
    expect(textOf(none)).toContain(nl.comparison.none('zonnepanelen'));
    const same = await slash('compare', { subject: 'Afghanistan', first: 'okt 2021', second: 'oktober 2021' });
    expect(textOf(same)).toBe(nl.comparison.same);
  });
});

describe('/commitments', () => {
  test('lists promises with who and when, page by page', async () => {
    const first = await slash('commitments');
    expect(textOf(first)).toContain(nl.commitments.title);
    expect(textOf(first)).toContain('Wie: het kabinet');
    expect(textOf(first)).toContain(nl.commitments.due('in het verslag', 'vanaf 17 februari 2022'));
    expect(quotesIn(textOf(await press(first, nl.more))).length).toBeGreaterThan(0);
  });

  test('of one meeting, or of none', async () => {
    const message = await slash('commitments', { meeting: 'okt 2021', open: true });
    expect(quotesIn(textOf(message))).toHaveLength(1);
    expect(textOf(await slash('commitments', { meeting: 'oktober' }))).toContain(nl.choose.meeting.several('oktober'));
  });
});

describe('/letter', () => {
  test('shows how a letter is built, with its papers linked', async () => {
    const { id } = stage.library.letters.find(({ file }) => file.startsWith('001'))!;
    const first = await slash('letter', { letter: id });
    expect(textOf(first)).toContain('verslag · 6 november 2020');
    expect(textOf(first)).toContain('**Lastenverdeling** · 174 woorden');
    expect((await allPages(first)).join('\n')).toContain(
      '[Kamerstuk 28 676, nr. 347](https://zoek.officielebekendmakingen.nl/kst-28676-347.html)',
    );
    expect(textOf(await press(first, texts('nl').button.section))).toContain('§');
  });

  test('asks which letter is meant', async () => {
    expect(textOf(await slash('letter', { letter: 'NAVO' }))).toContain(nl.choose.letter.several('NAVO'));
  });
});
