/** What needs discord.js, apart: it takes half a second to load, and only who registers commands waits for it. */
export { commands } from '../../../commands/index.ts';
export { requireToken } from '../../discord/connection/disconnects.ts';
export { inviteLink } from '../../discord/connection/invite.ts';
export { registerCommands } from '../../discord/connection/register.ts';
