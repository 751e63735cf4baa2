import { parseArgs } from 'node:util';
import { markdown } from '../eval/report.ts';
import { loadBot, loadSentence, loadTable } from './load.ts';

/** Load on the whole bot, with the index of `--index`: USERS people at once do TOTAL things. */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '50' },
    total: { type: 'string', default: '1000' },
    letters: { type: 'string', default: process.env.LETTERS_DIR ?? 'seeds' },
    index: { type: 'string', default: process.env.INDEX_DIR ?? 'index' },
  },
});
const users = Number(values.users);
const load = await loadBot({ ...values, users, total: Number(values.total) });
process.stdout.write(`${markdown(loadTable(load))}\n\n${loadSentence(load, users)}\n`);
