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
import type { Stats } from './stats.ts';
import type { FeedbackStore } from './stores/feedback.ts';
import type { SettingsStore } from './stores/settings.ts';
import type { TrayStore } from './stores/trays.ts';
import type { Told } from './told.ts';

/** What everything that answers people works with. */
export interface Services {
  readonly config: Config;
  readonly source: IndexSource;
  readonly settings: SettingsStore;
  readonly feedback: FeedbackStore;
  readonly trays: TrayStore;
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
  readonly language: TextLanguage;
  readonly texts: Texts;
}

/** What a message is made with: the index it shows and the reader's language. */
export type View = Pick<Context, 'library' | 'language' | 'texts'>;

export function contextIn(services: Services, language: TextLanguage, waiting: AbortController): Context {
  const library = services.gate.open(services.source.current(), waiting.signal);
  return { ...services, library, waiting, language, texts: texts(language) };
}

/** The language for a reader: the one their server fixed, else their own, else the default. */
export function readerLanguage(
  { settings, config }: Services,
  guildId: string | null,
  locale: string | null,
): TextLanguage {
  const fixed = guildId === null ? 'reader' : settings.language(guildId);
  if (fixed !== 'reader') return fixed;
  return locale ? languageOf(locale) : config.DEFAULT_LANGUAGE;
}
