/** Loaded before the program: a local Discord that waits for the bot as long as a busy machine takes. */
import { PATIENCE_MS } from '../../src/local-discord/happenings.ts';
import { DEFAULTS } from '../../src/local-discord/settings.ts';

DEFAULTS.answerWithinMs = PATIENCE_MS;
