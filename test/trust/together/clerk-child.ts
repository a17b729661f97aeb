import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../../src/main/demo/random.ts';
import { clerkAt, work } from './clerk.ts';

// Another program at the same ledger: so many acts, one after the other, each timed. Tells what it was refused.
const [, , archive = '', papers = '', seed = '1', acts = '10'] = process.argv;

const core = clerkAt(archive, false);
const files = readdirSync(papers).map((name) => ({ path: join(papers, name), name }));
const told = await work(core, files, createRandom(Number(seed)), Number(acts));
await core.close();
process.stdout.write(JSON.stringify(told));
