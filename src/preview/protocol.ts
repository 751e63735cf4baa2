import { z } from 'zod';
import type { Message } from '../local-discord/world/messages.ts';
import type { TextLanguage } from '../texts/dates.ts';

/** The people one can be in the preview. */
export const PEOPLE = ['ada', 'bram'] as const;
export type PersonKey = (typeof PEOPLE)[number];

/** Where one can be: in the team's channel, or in direct messages with the bot. */
export const PLACES = ['channel', 'direct'] as const;
export type PlaceKey = (typeof PLACES)[number];

/** Who looks, and where. */
export interface Viewer {
  readonly person: PersonKey;
  readonly place: PlaceKey;
}

const as = z.enum(PEOPLE);
const at = z.enum(PLACES).default('channel');
const id = z.string().max(20);
const name = z.string().max(100);
const typed = z.string().max(6000);
const values = z.record(name, z.union([typed, z.number(), z.boolean()]));

/** What a person does in the page, as it is sent to `POST /preview/act`. */
export const actionSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('write'), as, at, text: z.string().trim().min(1).max(2000), replyTo: id.optional() }),
  z.strictObject({ do: z.literal('slash'), as, at, command: name, values }),
  z.strictObject({ do: z.literal('complete'), as, at, command: name, option: name, text: typed, values }),
  z.strictObject({ do: z.literal('press'), as, at, message: id, customId: name }),
  z.strictObject({ do: z.literal('select'), as, at, message: id, customId: name, values: z.array(name).max(25) }),
  z.strictObject({ do: z.literal('apps'), as, at, message: id, command: name }),
  z.strictObject({ do: z.literal('dismiss'), as, at, message: id }),
  z.strictObject({ do: z.literal('language'), as, at, language: z.enum(['nl', 'en']) }),
]);

export type Action = z.infer<typeof actionSchema>;

/** What comes of it; what the bot makes of it comes over the event stream. */
export type ActionResult =
  | { readonly done: true; readonly choices?: readonly ChoiceView[] }
  | { readonly done: false; readonly problem: 'not_ready' | 'no_answer' | 'refused'; readonly detail: string };

/** What `POST /preview/upload` answers: by this id a command names the file. */
export interface UploadResult {
  readonly id: string;
}

export interface ChoiceView {
  readonly label: string;
  readonly value: string | number;
}

/** An option of a command in the reader's language; `type` is Discord's number for its kind. */
export interface OptionView {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: number;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly ChoiceView[];
  readonly maxLength: number;
}

/** A command as the list shows it; one with subcommands is listed once for each ("settings language"). */
export interface CommandView {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly options: readonly OptionView[];
}

/** A message as one of the people sees it. */
export interface MessageView {
  readonly message: Message;
  readonly ephemeral: boolean;
  readonly thinking: boolean;
  /** Who used which command to get it; null for a message that was written. */
  readonly used: { readonly person: string; readonly command: string } | null;
}

/** A request of the bot, what it was answered, and what the judges said of both. */
export interface RequestView {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
  readonly files: readonly string[];
  readonly response: unknown;
  readonly problems: readonly string[];
}

/** The requests by which the bot made its last message. */
export interface ExchangeView {
  readonly title: string;
  readonly judging: string;
  readonly requests: readonly RequestView[];
}

export interface ExampleView {
  readonly label: string;
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a newcomer wants to know of the letters. */
export interface Overview {
  readonly letters: readonly { readonly title: string; readonly file: string; readonly date: string | null }[];
  readonly passages: number;
  readonly model: string;
  readonly examples: Readonly<Record<TextLanguage, readonly ExampleView[]>>;
}

/** How far the bot is; `total` is 0 until it is known. */
export type Progress =
  | { readonly phase: 'loading' }
  | { readonly phase: 'indexing'; readonly why: string; readonly done: number; readonly total: number }
  | { readonly phase: 'ready' }
  | { readonly phase: 'failed'; readonly problem: string };

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everything the page shows to one of the people. */
export interface Snapshot {
  readonly people: readonly (Named & { readonly key: PersonKey; readonly language: TextLanguage })[];
  readonly bot: Named;
  readonly roles: readonly Named[];
  readonly channel: Named;
  readonly place: PlaceKey;
  readonly guild: string;
  readonly progress: Progress;
  readonly commands: readonly CommandView[];
  /** Commands on a message. */
  readonly apps: readonly { readonly name: string; readonly label: string }[];
  readonly messages: readonly MessageView[];
  readonly exchange: ExchangeView | null;
  readonly overview: Overview | null;
}

/** What the event stream carries: a snapshot first, then what changes. */
export type PreviewEvent =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'typing' }
  | { readonly kind: 'exchange'; readonly exchange: ExchangeView };
