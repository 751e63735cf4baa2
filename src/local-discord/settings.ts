/** What can be set about the local Discord, also while it runs. Durations in ms. */
export interface Settings {
  /** The only bot token that is let in. */
  token: string;
  heartbeatMs: number;
  /** Whether heartbeats are acknowledged; a client gives up a connection that does not. */
  acknowledgeHeartbeats: boolean;
  /** An HTTP status with which the gateway answers instead of opening a WebSocket; null where it opens them. */
  gatewayAnswers: number | null;
  /** How many sessions may still be opened today. */
  sessionsLeft: number;
  /** Privileged intents that were switched on for the bot, as bits. */
  privilegedIntents: number;
  /** How long an interaction can wait for its first answer. */
  answerWithinMs: number;
  /** How long an interaction's token can be used. */
  tokenLifeMs: number;
}

export const DEFAULTS: Settings = {
  token: 'MTIzNDU2.local.token',
  heartbeatMs: 41_250,
  acknowledgeHeartbeats: true,
  gatewayAnswers: null,
  sessionsLeft: 1000,
  privilegedIntents: 0,
  answerWithinMs: 3000,
  tokenLifeMs: 15 * 60_000,
};
