import type { IncomingMessage } from 'node:http';
import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';

/** The handles of the hundred thousand files that one drop may have are 4 MB. */
export const largestBody = 8 * 1024 ** 2;

/** The JSON that a request brings; a body that is none, or too long, is a question that cannot be asked. */
export async function readJson(
  request: AsyncIterable<Buffer> | IncomingMessage,
): Promise<Result<unknown, Problem>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > largestBody) return refused('è più lunga di 8 MB');
  try {
    return ok(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    return refused('non è JSON');
  }
}

function refused(message: string): Result<never, Problem> {
  return fail({ code: 'invalid-request', complaints: [{ path: '', message }] });
}
