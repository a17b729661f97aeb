import { checkRequest } from '../../../shared/domain/message/check-request.ts';
import { isTrial } from '../../../shared/domain/message/kind.ts';
import type { MessageSettings } from '../../../shared/domain/message/message-settings.ts';
import type { MessageReason } from '../../../shared/domain/message/reason.ts';
import type { IoRequest } from '../../../shared/domain/message/request.ts';

/** How the subject of every test begins. */
export const testPrefix = 'PROVA';

/**
 * The last look at the very bytes that are about to leave, whatever was promised on the way: whole and strict, and, in
 * test mode, a test to somebody who agreed. Null when they may go.
 */
export function whyHeldBack(body: string, kind: string, settings: MessageSettings): MessageReason | null {
  const request: unknown = JSON.parse(body);
  const [complaint] = checkRequest(request);
  if (complaint !== undefined) return { code: 'invalid', field: complaint.path, detail: complaint.code };
  if (!settings.testMode && !isTrial(kind)) return null;
  // The check above has found every field where it belongs.
  const { fiscal_code: fiscalCode, content } = request as IoRequest;
  return settings.testUsers.includes(fiscalCode) && content.subject.startsWith(testPrefix)
    ? null
    : { code: 'not-a-test-user' };
}
