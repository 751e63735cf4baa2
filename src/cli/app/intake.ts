/** What reads files of all formats, apart: only who takes letters in waits until it is loaded. */
export { listSources, readSources } from '../../intake/sources.ts';
export { takeIn } from '../../intake/take-in.ts';
export { createReader } from '../letter-jobs/reader.ts';
