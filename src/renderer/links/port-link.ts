import type { Command, PageFrame, Wire } from '../../shared/contract/frames.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { pieceBytes } from '../../shared/contract/http.ts';
import type { LedgerName, Link } from '../../shared/contract/link.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { createCall, toFile, toHostFrame, toParcel } from './answers.ts';
import { bytesOf } from './chosen-file.ts';

interface Waiting {
  onProgress?(progress: unknown): void;
  onResult?(result: Result<unknown, Problem>): void;
  onEvent?(event: CoreEvent): void;
  onLost(): void;
}

/** Links to the program over the one port of this window. */
export function createPortLinks(
  wire: Wire<PageFrame, unknown>,
  onCommand: (command: Command) => void,
): (ledger: LedgerName) => Link {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let isLost = false;
  wire.hear((told) => {
    const frame = toHostFrame(told);
    if ('command' in frame) {
      onCommand(frame.command);
      return;
    }
    const one = waiting.get(frame.id);
    if ('progress' in frame) one?.onProgress?.(frame.progress);
    else if ('event' in frame) one?.onEvent?.(frame.event);
    else one?.onResult?.(frame.result);
  });
  wire.onClose(() => {
    isLost = true;
    for (const one of waiting.values()) one.onLost();
  });

  /** Sends a frame and waits for its answer. */
  function exchange(
    frame: PageFrame,
    onProgress?: (progress: unknown) => void,
  ): Promise<Result<unknown, Problem>> {
    return new Promise((resolve) => {
      const settle = (result: Result<unknown, Problem>): void => {
        waiting.delete(frame.id);
        resolve(result);
      };
      waiting.set(frame.id, {
        ...(onProgress === undefined ? {} : { onProgress }),
        onResult: settle,
        onLost: () => settle(lost),
      });
      if (isLost) settle(lost);
      else wire.send(frame);
    });
  }

  return (ledger) => ({
    call: createCall(async (name, input, { signal, onProgress }) => {
      const id = nextId++;
      const cancel = (): void => wire.send({ id, type: 'cancel' });
      signal?.addEventListener('abort', cancel);
      const result = await exchange({ id, type: 'call', ledger, name, input }, onProgress);
      signal?.removeEventListener('abort', cancel);
      return result;
    }),

    async upload(file, { name = file.name, signal, onSent } = {}) {
      const id = nextId++;
      const begun = await exchange({ id, type: 'upload', ledger, name });
      if (!begun.ok) return begun;
      for (let from = 0; ; from += pieceBytes) {
        const to = Math.min(file.size, from + pieceBytes);
        const end = to >= file.size;
        const piece = signal?.aborted === true ? null : await bytesOf(file, from, to);
        if (piece === null) {
          wire.send({ id, type: 'give-up' });
          return fail(signal?.aborted === true ? { code: 'cancelled' } : { code: 'upload-failed', name });
        }
        const sent = await exchange({ id, type: 'piece', bytes: new Uint8Array(piece), end });
        if (sent.ok) onSent?.(to);
        if (!sent.ok || end) return toParcel(sent);
      }
    },

    async download(parcel, name) {
      const fetched = await exchange({ id: nextId++, type: 'download', ledger, parcel });
      return fetched.ok ? ok({ name, bytes: toFile(fetched.value).bytes }) : fetched;
    },

    listen(hearing) {
      const id = nextId++;
      waiting.set(id, {
        onEvent: (event) => hearing.onEvent(event),
        onLost: () => hearing.onConnection('lost'),
      });
      wire.send({ id, type: 'listen', ledger });
      return () => {
        waiting.delete(id);
        wire.send({ id, type: 'deaf' });
      };
    },
  });
}

const lost = fail<Problem>({ code: 'connection-lost' });
