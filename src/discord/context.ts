import type { Interaction } from 'discord.js';
import type { IndexSource, Library } from '../answers/types.ts';
import type { Config } from '../config/config.ts';
import type { TextLanguage } from '../texts/dates.ts';
import type { Texts } from '../texts/nl.ts';
import { languageOf, texts } from '../texts/texts.ts';
import type { Owners } from './connection/owners.ts';
import type { Intake } from './intake/port.ts';
import type { Uploads } from './intake/uploads.ts';
import type { Gate } from './library/gate.ts';
import type { Places } from './places.ts';
import type { Clock, Log } from './ports.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Sharing } from './sharing.ts';
import type { Stats } from './stats.ts';
import type { FeedbackStore } from './stores/feedback.ts';
import { type Choices, choicesIn, type SettingsStore } from './stores/settings.ts';
import type { TrayStore } from './stores/trays.ts';
import type { Told } from './told.ts';

/** What everything that answers people works with. */
export interface Services {
  readonly config: Config;
  readonly source: IndexSource;
  readonly settings: SettingsStore;
  readonly feedback: FeedbackStore;
  readonly trays: TrayStore;
  readonly sharing: Sharing;
  readonly limits: RateLimits;
  readonly gate: Gate;
  readonly intake: Intake;
  readonly uploads: Uploads;
  /** For whoever has a file read. */
  readonly readings: Places;
  readonly owners: Owners;
  readonly stats: Stats;
  /** Who knows that quotes are in Dutch. */
  readonly told: Told;
  readonly clock: Clock;
  readonly log: Log;
  /** Latency of the connection to Discord in ms; below 0 before the first heartbeat. */
  ping(): number;
}

/** One question, command or press: the index it is answered from and the language it is answered in. */
export interface Context extends Services {
  /** Through the gate; the same from beginning to end, also when the index is swapped meanwhile. */
  readonly library: Library;
  /** Aborted when nobody waits for the answer any more: what is done for it stops. */
  readonly waiting: AbortController;
  /** What the channel and its server chose: what holds where the person chooses nothing. */
  readonly chosen: Choices;
  /** What was typed for it and should not be lost where it is refused; empty for a press. */
  readonly typed: string;
  readonly language: TextLanguage;
  readonly texts: Texts;
}

/** What a message is made with: the index it shows and the reader's language. */
export type View = Pick<Context, 'library' | 'language' | 'texts'>;

/** Where something is asked. */
export interface Asked {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly channel: Interaction['channel'];
}

/** @param locale the asker's, where it is known */
export function contextAt(
  asked: Asked,
  { locale, typed = '' }: { readonly locale: string | null; readonly typed?: string },
  services: Services,
  waiting: AbortController,
): Context {
  const chosen = choicesIn(services.settings, asked.guildId, settledChannel(asked));
  const library = services.gate.open(services.source.current(), waiting.signal);
  const language = languageFor(chosen, locale, services);
  return { ...services, library, waiting, chosen, typed, language, texts: texts(language) };
}

/** The channel whose choices hold there: a thread goes by the channel it belongs to. */
export function settledChannel({ channel, channelId }: Asked): string | null {
  return channel?.isThread() ? (channel.parentId ?? channelId) : channelId;
}

/** The one that the channel or its server fixed, else the reader's own, else the default. */
export function languageFor({ language }: Choices, locale: string | null, { config }: Services): TextLanguage {
  if (language !== undefined && language !== 'reader') return language;
  return locale ? languageOf(locale) : config.DEFAULT_LANGUAGE;
}
