/** What a session asks to be told of, as bits. */
export const INTENTS = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  presences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Intents that must be switched on in the developer portal first. */
export const PRIVILEGED = INTENTS.guildMembers | INTENTS.presences | INTENTS.messageContent;
