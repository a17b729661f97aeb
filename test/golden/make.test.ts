import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/main/ledger/migrations/index.ts';
import { ledgerFile } from '../../src/main/ledger/open.ts';
import { aDesk } from '../main/hosts/command-line.ts';
import { importDay } from '../main/hosts/day-of-papers.ts';

/** `TREPALLINI_GOLDEN=1 npx vitest run --project quick test/golden` makes the ledger of today's schema, once. */
describe.runIf(process.env['TREPALLINI_GOLDEN'] !== undefined)('the golden ledger of today', () => {
  const desk = aDesk(importDay);

  it('is made, where there is none', { timeout: 120_000 }, () => {
    const edition = String(migrations.at(-1)?.version).padStart(2, '0');
    const file = join(import.meta.dirname, `schema-${edition}.db.gz`);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, gzipSync(readFileSync(ledgerFile(desk.archive)), { level: 9 }));
  });
});
