import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listenOver } from '../../src/renderer/links/http-events.ts';

describe('listening over HTTP', () => {
  it('counts a silent line as lost, and tries again by itself', async () => {
    const told: string[] = [];
    let opened = 0;
    const deaf = listenOver(
      (signal) => {
        opened += 1;
        return Promise.resolve(
          aStream(
            signal,
            opened === 1 ? '{"beat":true}\n' : '{"beat":true}\n{"event":{"type":"ledger-changed"}}\n',
          ),
        );
      },
      { onConnection: (connection) => told.push(connection), onEvent: ({ type }) => told.push(type) },
      200,
    );
    onTestFinished(deaf);

    await vi.waitFor(() => expect(opened).toBe(2), { timeout: 3_000 });

    await vi.waitFor(() =>
      expect(told.slice(0, 4)).toEqual(['lost', 'open', 'ledger-changed', 'ledger-changed']),
    );
  });

  it('waits longer from time to time while nobody is there, and no more when nobody wants to hear', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const at: number[] = [];
    const began = Date.now();
    const deaf = listenOver(
      () => {
        at.push(Date.now() - began);
        return Promise.reject(new TypeError('refused'));
      },
      { onConnection: () => undefined, onEvent: () => undefined },
    );
    await vi.advanceTimersByTimeAsync(20_000);
    expect(at).toEqual([0, 500, 1_500, 3_500, 7_500, 12_500, 17_500]);
    deaf();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(at).toHaveLength(7);
  });
});

/** An answer that says something and then nothing more, until nobody waits for it. */
function aStream(signal: AbortSignal, text: string): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      signal.addEventListener('abort', () => controller.error(new Error('given up')));
    },
  });
  return new Response(body);
}
