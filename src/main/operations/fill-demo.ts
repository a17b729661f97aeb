import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Problem } from '../../shared/contract/problems.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { demoComune } from '../demo/comune.ts';
import type { JobOptions } from '../worker/threaded.ts';
import type { Environment } from './environment.ts';

/** Imports the papers of the invented Comune, by way of files that go when they are read. */
export async function fillDemo(
  environment: Environment,
  options: JobOptions,
): Promise<Result<void, Problem>> {
  const { files: papers, settings } = demoComune(environment.today());
  const { writer } = environment;
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-prova-'));
  try {
    const files = papers.map(({ path, bytes }) => {
      const at = join(folder, path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, bytes);
      return { path: at, name: path };
    });
    const written = await writer.run('settings', { settings }, { now: options.now, signal: options.signal });
    if (!written.ok) return written;
    const imported = await writer.run('import', { files }, options);
    return imported.ok ? ok(undefined) : imported;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
