import { join } from 'node:path';
import { keepLadder } from '../../src/main/ledger/backup/keep-ladder.ts';
import { makeBackup } from '../../src/main/ledger/backup/make-backup.ts';
import { restoreBackup } from '../../src/main/ledger/backup/restore.ts';

// Copies, or restores, without end: to be killed.
const [, , what = '', archive = '', ...sources] = process.argv;

process.stdout.write('begun\n');
for (let n = 0; ; n++) {
  const now = new Date().toISOString();
  if (what === 'copy') {
    const into = { folder: join(archive, 'copie'), create: true };
    const told = { archive, into, now, day: now.slice(0, 10), program: '1.2.3' };
    const made = await makeBackup({ ...told, reason: 'import' });
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    keepLadder(into.folder);
  } else {
    const restored = restoreBackup(archive, sources[n % sources.length] ?? '', now);
    if (!restored.ok) throw new Error(JSON.stringify(restored.problem));
  }
}
