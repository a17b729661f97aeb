import { pageFrame, type HostFrame, type PageFrame, type Wire } from '../../../shared/contract/frames.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { Incoming } from '../../core.ts';
import { ask } from '../ask.ts';
import type { Cores } from '../cores.ts';

export interface PortOptions {
  /** How far a call is that takes long; null when it has ended. */
  readonly onProgress?: (progress: unknown) => void;
}

/** The core behind one message port. When the page goes away, what it asked for stops. */
export function servePort(
  cores: Cores,
  wire: Wire<HostFrame, unknown>,
  { onProgress }: PortOptions = {},
): void {
  const calls = new Map<number, AbortController>();
  const uploads = new Map<number, Incoming>();
  const listening = new Map<number, () => void>();

  async function call({ id, ledger, name, input }: Frame<'call'>): Promise<void> {
    const stop = new AbortController();
    calls.set(id, stop);
    const result = await ask(cores.of(ledger).call, name, input, {
      signal: stop.signal,
      onProgress(progress) {
        wire.send({ id, progress });
        onProgress?.(progress);
      },
    });
    calls.delete(id);
    if (calls.size === 0) onProgress?.(null);
    wire.send({ id, result });
  }

  async function takePiece({ id, bytes, end }: Frame<'piece'>): Promise<void> {
    const incoming = uploads.get(id);
    if (incoming === undefined) {
      wire.send({ id, result: fail({ code: 'no-such-parcel', parcel: '' }) });
      return;
    }
    const written = await incoming.write(bytes);
    if (!written.ok || end) uploads.delete(id);
    wire.send({ id, result: written.ok && end ? await incoming.finish() : written });
  }

  function take(frame: PageFrame): void {
    const { id } = frame;
    switch (frame.type) {
      case 'call':
        void call(frame);
        return;
      case 'cancel':
        calls.get(id)?.abort();
        return;
      case 'upload':
        uploads.set(id, cores.of(frame.ledger).receive(frame.name));
        wire.send({ id, result: ok(null) });
        return;
      case 'piece':
        void takePiece(frame);
        return;
      case 'give-up':
        void uploads.get(id)?.abort();
        uploads.delete(id);
        return;
      case 'download': {
        const file = cores.of(frame.ledger).collect(frame.parcel);
        const result =
          file === null ? fail({ code: 'no-such-parcel', parcel: frame.parcel } as const) : ok(file);
        wire.send({ id, result });
        return;
      }
      case 'listen':
        listening.set(
          id,
          cores.of(frame.ledger).listen((event) => wire.send({ id, event })),
        );
        return;
      case 'deaf':
        listening.get(id)?.();
        listening.delete(id);
        return;
    }
  }

  wire.hear((told) => {
    const frame = pageFrame.safeParse(told);
    // Our own page never says anything else: what is no frame is nobody's question, and gets no answer.
    if (frame.success) take(frame.data);
  });
  wire.onClose(() => {
    for (const stop of calls.values()) stop.abort();
    for (const deaf of listening.values()) deaf();
    for (const incoming of uploads.values()) void incoming.abort();
    listening.clear();
    uploads.clear();
  });
}

type Frame<Type extends PageFrame['type']> = Extract<PageFrame, { type: Type }>;
