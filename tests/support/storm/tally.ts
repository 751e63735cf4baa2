import {
  type Interaction,
  isThinking,
  type LocalDiscord,
  type Message,
  textOf,
} from '../../../src/local-discord/index.ts';
import { texts } from '../../../src/texts/texts.ts';

/** What Discord saw of the bot's answer to one interaction or mention. */
interface Seen {
  readonly what: string;
  acknowledged: number;
  /** Finished answers put before whoever asked, new ones and changes of "thinking". */
  answers: number;
  /** Edits whose reply was lost on the way: they may come once more each. */
  lostEdits: number;
  /** Messages put before everybody beside the answer. */
  posted: number;
  /** Whether the answer says that there is such a message. */
  says: boolean;
}

export interface Tally {
  /** Every interaction and mention that did not get exactly one acknowledgement and one answer, in a line each. */
  problems(): string[];
  /** Interactions and mentions so far, and requests that went wrong. */
  readonly asked: number;
  readonly faults: number;
}

const RECEIPTS = [texts('nl').answer.sharedReceipt, texts('en').answer.sharedReceipt];

/** Counts from now on, by what Discord did and not by what the bot says of itself. */
export function keepTally({ happenings, world }: Pick<LocalDiscord, 'happenings' | 'world'>): Tally {
  const interactions = new Map<string, Seen>();
  const mentions = new Map<string, Seen>();
  let faults = 0;
  const of = (interaction: Interaction | null): Seen | undefined => interactions.get(interaction?.token ?? '');

  happenings.subscribe((it) => {
    if (it.kind === 'interaction') interactions.set(it.interaction.token, nothingYet(it.interaction.name));
    else if (it.kind === 'acknowledged') count(of(it.interaction), 'acknowledged');
    else if (it.kind === 'messageCreated' && it.interaction === null) {
      const { message } = it;
      if (message.mentions.some(({ id }) => id === world.bot.id)) mentions.set(message.id, nothingYet(message.content));
      if (message.author.id === world.bot.id)
        count(mentions.get(message.message_reference?.message_id ?? ''), 'answers');
    } else if (it.kind === 'messageCreated' && !isThinking(it.message)) {
      if (isFollowUp(it.message) && it.visibleTo === null) count(of(it.interaction), 'posted');
      else count(of(it.interaction), 'answers');
    } else if (it.kind === 'messageUpdated') {
      const seen = of(it.interaction);
      if (!seen) return;
      const says = RECEIPTS.includes(textOf(it.message));
      // A receipt gets the link to what it is for.
      if (!(says && seen.says)) seen.answers++;
      seen.says = says;
    } else if (it.kind === 'request') {
      const { status, method, path } = it.request;
      if (status <= 0 || status >= 429) faults++;
      if (status === 0 && method === 'PATCH') count(interactions.get(path.split('/')[3] ?? ''), 'lostEdits');
    }
  });
  return {
    problems: () => [
      ...[...interactions.values()].flatMap((seen) => (isRight(seen) ? [] : [line(seen)])),
      ...[...mentions.values()].flatMap((seen) => (seen.answers === 1 ? [] : [line(seen)])),
    ],
    get asked() {
      return interactions.size + mentions.size;
    },
    get faults() {
      return faults;
    },
  };
}

function nothingYet(what: string): Seen {
  return { what, acknowledged: 0, answers: 0, lostEdits: 0, posted: 0, says: false };
}

function count(seen: Seen | undefined, what: 'acknowledged' | 'answers' | 'posted' | 'lostEdits'): void {
  if (seen) seen[what]++;
}

function isFollowUp(message: Message): boolean {
  return message.interaction_metadata?.original_response_message_id !== undefined;
}

function isRight({ acknowledged, answers, lostEdits, posted, says }: Seen): boolean {
  return acknowledged === 1 && answers >= 1 && answers <= 1 + lostEdits && posted === (says ? 1 : 0);
}

function line({ what, acknowledged, answers, lostEdits, posted, says }: Seen): string {
  return `${what}: ${acknowledged} acknowledged, ${answers} answers (${lostEdits} lost), ${posted} posted${says ? ' as said' : ''}`;
}
