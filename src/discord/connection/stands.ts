import { type Client, Status } from 'discord.js';

/** Whether every shard is connected. The manager's own status stays "ready" once it was, whatever becomes of them. */
export function connectionStands({ ws: { shards } }: Client): boolean {
  return shards.size > 0 && shards.every(({ status }) => status === Status.Ready);
}
