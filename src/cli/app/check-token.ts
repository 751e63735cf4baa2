import type { Config } from '../../config/config.ts';
import { inviteLink } from '../../discord/connection/invite.ts';
import { askApplicationId, isTokenRefused } from '../../discord/connection/register.ts';
import { errorCode } from '../../error-code.ts';
import type { Finding } from './finding.ts';

/** Whether there is a token and, where Discord may be asked, whether it works. */
export async function checkToken({ DISCORD_TOKEN: token, DISCORD_API: api }: Config, full: boolean): Promise<Finding> {
  const about = 'Discord';
  if (!token) return { about, state: 'hint', says: 'DISCORD_TOKEN is not set; only start and register need it.' };
  if (!full) return { about, state: 'ok', says: 'a token is set; doctor --full asks Discord whether it works' };
  try {
    const invite = inviteLink(await askApplicationId({ token, api }));
    return { about, state: 'ok', says: `the token works; invite the bot with the permissions it needs: ${invite}` };
  } catch (error) {
    const why = error instanceof Error ? error.message || String(errorCode(error)) : String(error);
    const says = isTokenRefused(error)
      ? `the token was not accepted (${why}); reset it in the Developer Portal under Bot.`
      : `Discord can't be reached (${why}): look at the network, and at DISCORD_API if it is set.`;
    return { about, state: 'broken', says };
  }
}
