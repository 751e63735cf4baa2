export { type Clock, systemClock } from '../clock.ts';

/** Structured logging: the data first, then what happened. pino has this shape. */
export interface Log {
  debug(data: object, message: string): void;
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}
