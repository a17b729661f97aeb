import type { Unreachable } from '../../../shared/domain/message/answer.ts';

/** No connection. `detail` holds codes of the system, here and below, and nothing of the request. */
export interface ConnectFailure {
  readonly why: Unreachable;
  readonly detail: string;
}

/** A connection to which the request had been handed over, and no answer. */
export interface ExchangeFailure {
  readonly why: 'timeout' | 'cut' | 'strange-answer';
  readonly detail: string;
}

/** Why no connection could be made, from what Node says of it. */
export function connectFailure(error: Error): ConnectFailure {
  const code = codeOf(error);
  return { why: kindOf(code), detail: code };
}

/** How a connection ended that was already in use. */
export function exchangeFailure(error: Error): ExchangeFailure {
  const code = codeOf(error);
  return { why: code.startsWith('HPE_') ? 'strange-answer' : 'cut', detail: code };
}

const nameCodes: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA']);

const certificateCodes =
  /^(?:CERT_|CRL_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF|GET_CRL|DECRYPT_CERT)|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED|ERROR_IN_CERT)/;

function kindOf(code: string): Unreachable {
  if (nameCodes.has(code)) return 'dns';
  return certificateCodes.test(code) ? 'certificate' : 'connection';
}

/** Node's messages may repeat what was sent; its codes do not. */
function codeOf(error: Error): string {
  // Several addresses tried in vain are one error that holds the others.
  const [first] = error instanceof AggregateError ? error.errors : [];
  const inner: unknown = 'code' in error ? error : first;
  const code = inner instanceof Error && 'code' in inner ? inner.code : undefined;
  return typeof code === 'string' ? code : error.name;
}
