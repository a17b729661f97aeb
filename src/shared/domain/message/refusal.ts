import type { RefusedService } from './answer.ts';
import type { ErrorBody } from './raw-answer.ts';

/** Why the service of the Comune was turned away with a 403. The particular reasons come before the general sentence. */
export function readRefusal(error: ErrorBody): RefusedService {
  const said = `${error.title} ${error.detail}`;
  if (/\bpayee\b/i.test(said)) return 'payee';
  if (/premium|advanced/i.test(said)) return 'premium';
  if (/third[ _-]?party|remote[ _-]content|configuration/i.test(said)) return 'remote-content';
  if (/you are not allowed here/i.test(said)) return 'address';
  return 'other';
}

/** True when only this citizen may not be written to with this service. */
export function isRecipientForbidden(error: ErrorBody): boolean {
  return /recipient forbidden|not allowed to issue requests for the recipient/i.test(
    `${error.title} ${error.detail}`,
  );
}
