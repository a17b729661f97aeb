import { beatMs } from '../../shared/contract/http.ts';
import type { Hearing } from '../../shared/contract/link.ts';
import { toLine } from './answers.ts';
import { linesOf } from './lines.ts';

/** Longer than this without a beat and nobody is there. */
const silenceMs = 2.5 * beatMs;
const firstPauseMs = 500;
const longestPauseMs = 5_000;

/**
 * Listens for as long as it is wanted, over one answer after the other. What was missed while nobody listened is
 * unknown, so that afterwards everything counts as changed.
 */
export function listenOver(
  open: (signal: AbortSignal) => Promise<Response>,
  hearing: Hearing,
  maxSilenceMs: number = silenceMs,
): () => void {
  const stop = new AbortController();
  void (async () => {
    let pause = firstPauseMs;
    let isLost = false;
    while (!stop.signal.aborted) {
      await hear(open, stop.signal, maxSilenceMs, (line) => {
        pause = firstPauseMs;
        const { event } = toLine(line);
        if (isLost) {
          isLost = false;
          hearing.onConnection('open');
          hearing.onEvent({ type: 'ledger-changed' });
        } else if (event !== undefined) hearing.onEvent(event);
      });
      if (stop.signal.aborted) return;
      if (!isLost) hearing.onConnection('lost');
      isLost = true;
      await sleep(pause, stop.signal);
      pause = Math.min(longestPauseMs, pause * 2);
    }
  })();
  return () => stop.abort();
}

/** One answer, from its first line until it ends, breaks or falls silent. */
async function hear(
  open: (signal: AbortSignal) => Promise<Response>,
  wanted: AbortSignal,
  maxSilenceMs: number,
  onLine: (line: unknown) => void,
): Promise<void> {
  const patience = new AbortController();
  let timer = setTimeout(() => patience.abort(), maxSilenceMs);
  try {
    const response = await open(AbortSignal.any([wanted, patience.signal]));
    if (!response.ok || response.body === null) return;
    for await (const line of linesOf(response.body)) {
      clearTimeout(timer);
      timer = setTimeout(() => patience.abort(), maxSilenceMs);
      onLine(line);
    }
  } catch {
    // However it ended: the caller tries again.
  } finally {
    clearTimeout(timer);
  }
}

function sleep(milliseconds: number, wanted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wanted.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
