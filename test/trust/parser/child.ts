import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Cost } from './import-child.ts';

const program = fileURLToPath(new URL('import-child.ts', import.meta.url));

/** Imports one file in a program of its own, and tells what that cost. */
export function importInChild(folder: string, file: string, cancelAt?: number): Promise<Cost> {
  const args = [program, folder, file, ...(cancelAt === undefined ? [] : [String(cancelAt)])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  let said = '';
  child.stdout.on('data', (text: Buffer) => (told += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(told) as Cost);
      else reject(new Error(`the child ended with ${code ?? signal}: ${said.slice(-2_000)}`));
    });
  });
}
