/** What asks the official services, apart: only who fetches letters waits until it is loaded. */
export { createClient } from '../../intake/services/client.ts';
export { fetchPapers } from '../../intake/services/fetch-papers.ts';
export { findPaper, findPapers } from '../../intake/services/find-papers.ts';
export { isLetter } from '../../intake/services/kinds.ts';
export { openLedger } from '../../intake/services/ledger.ts';
export { createReader } from '../letter-jobs/reader.ts';
