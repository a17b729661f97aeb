import { once } from 'node:events';

// Whoever reads may stop at any line (`| head -1`) and the disk may be full: the work goes on, and only a failure that
// is not the reader's wish shows in the exit code.
let readerIsGone = false;
process.stdout.on('error', (error: Error & { code?: string }) => {
  readerIsGone = true;
  if (error.code === 'EPIPE') return;
  process.exitCode = 1;
  note(
    `La risposta non si può scrivere (${error.code ?? error.message}). Il lavoro è stato fatto lo stesso.`,
  );
});
process.stderr.on('error', () => undefined);

/** Gathers what is printed into pieces of some size: a write for each line would take longer than the work. */
export function print(text: string): void {
  waiting += `${text}\n`;
  if (waiting.length > 64 * 1024) flush();
}

export function flush(): void {
  const text = waiting;
  waiting = '';
  if (text !== '' && !readerIsGone) process.stdout.write(text);
}

let waiting = '';

/** Resolves when whoever reads has taken nearly all of it: what a slow one leaves would fill the memory. */
export async function taken(): Promise<void> {
  if (readerIsGone || !process.stdout.writableNeedDrain) return;
  // Whoever goes away takes nothing more; what else fails, the listener above tells.
  await once(process.stdout, 'drain').catch(() => undefined);
}

/** Progress and diagnostics. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
