import { visibleLine } from '../../visible.ts';
import { UsageProblem } from '../terminal/failure.ts';

/**
 * Takes the value of an option for an id of Discord's.
 * @throws {UsageProblem} where it is none
 */
export function requireDiscordId(option: string, value: string): string {
  if (/^\d{17,20}$/.test(value)) return value;
  throw new UsageProblem(`${option} must be a Discord id of 17 to 20 digits, not "${visibleLine(value)}".`);
}
