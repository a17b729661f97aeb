import { headers, pieceBytes } from '../../shared/contract/http.ts';
import type { LedgerName, Link } from '../../shared/contract/link.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { createCall, toLine, toParcel } from './answers.ts';
import { bytesOf } from './chosen-file.ts';
import { listenOver } from './http-events.ts';
import { linesOf } from './lines.ts';

export interface HttpWay {
  readonly ledger: LedgerName;
  readonly token: string;
  readonly fetch: typeof fetch;
}

/** Asks the host of a browser window, which serves this page too. */
export function createHttpLink({ ledger, token, fetch }: HttpWay): Link {
  const post = (
    path: string,
    body: string | ArrayBuffer,
    options: { readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal } = {},
  ): Promise<Response> =>
    fetch(path, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': typeof body === 'string' ? 'application/json' : 'application/octet-stream',
        ...options.headers,
      },
      body,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });

  async function sendPiece(
    bytes: ArrayBuffer,
    about: Readonly<Record<string, string>>,
  ): Promise<Result<string, Problem>> {
    try {
      const response = await post(`/carica/${ledger}`, bytes, { headers: about });
      const { result } = toLine(await response.json());
      return result === undefined ? lost : toParcel(result);
    } catch {
      return lost;
    }
  }

  return {
    call: createCall(async (name, input, { signal, onProgress }) => {
      const id = crypto.randomUUID();
      // Asked to stop, the host still says how it ended: the work may have been done already.
      const cancel = (): void => void post(`/annulla/${ledger}/${id}`, '{}').catch(() => undefined);
      signal?.addEventListener('abort', cancel);
      try {
        const response = await post(`/api/${ledger}/${name}`, JSON.stringify(input), {
          headers: { [headers.call]: id },
        });
        if (!response.ok || response.body === null) return lost;
        let answer: Result<unknown, Problem> = lost;
        for await (const line of linesOf(response.body)) {
          const { progress, result } = toLine(line);
          if (result === undefined) onProgress(progress);
          else answer = result;
        }
        return answer;
      } catch {
        return lost;
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    }),

    async upload(file, { name = file.name, signal, onSent } = {}) {
      let about: Record<string, string> = { [headers.name]: encodeURIComponent(name) };
      for (let from = 0; ; from += pieceBytes) {
        const to = Math.min(file.size, from + pieceBytes);
        const isLast = to >= file.size;
        const piece = signal?.aborted === true ? null : await bytesOf(file, from, to);
        if (piece === null) {
          if (from > 0) await sendPiece(new ArrayBuffer(0), { ...about, [headers.end]: 'rinuncia' });
          return fail(signal?.aborted === true ? { code: 'cancelled' } : { code: 'upload-failed', name });
        }
        const sent = await sendPiece(piece, isLast ? { ...about, [headers.end]: 'intero' } : about);
        if (sent.ok) onSent?.(to);
        if (!sent.ok || isLast) return sent;
        about = { [headers.upload]: sent.value };
      }
    },

    async download(parcel, name) {
      try {
        const response = await post(`/scarica/${ledger}/${encodeURIComponent(parcel)}`, '{}');
        if (response.status === 404) return fail({ code: 'no-such-parcel', parcel });
        if (!response.ok) return lost;
        return ok({ name, bytes: new Uint8Array(await response.arrayBuffer()) });
      } catch {
        return lost;
      }
    },

    listen: (hearing) => listenOver((signal) => post(`/eventi/${ledger}`, '{}', { signal }), hearing),
  };
}

const lost = fail<Problem>({ code: 'connection-lost' });
