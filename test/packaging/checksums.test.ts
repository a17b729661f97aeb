import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aRelease } from '../helpers/releases.ts';

it('the checksums of a version are those that the program reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-impronte-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { name, files } = aRelease('9.1.0');
  writeFileSync(join(folder, name), files[name] ?? '');
  writeFileSync(join(folder, 'SHA256SUMS.firma'), 'di prima');
  execFileSync(process.execPath, ['resources/packaging/checksums.ts', folder], { stdio: 'ignore' });
  expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(files['SHA256SUMS']?.toString('utf8'));
});
