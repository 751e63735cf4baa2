/** First millisecond of Discord's own era, 2015-01-01. */
const DISCORD_EPOCH = 1_420_070_400_000n;

let increment = 0n;

/**
 * A new snowflake: Discord's 64-bit id, whose upper bits are the time it was made.
 *
 * @param at time of making in ms since 1970; any later than 2016 gives the 17 to 19 digits that discord.js' routes need
 */
export function snowflake(at = Date.now()): string {
  increment = (increment + 1n) & 0xfffn;
  return String(((BigInt(at) - DISCORD_EPOCH) << 22n) | increment);
}
