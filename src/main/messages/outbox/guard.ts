import { checkRequest, isRequest } from '../../../shared/domain/message/check-request.ts';
import { isTrial } from '../../../shared/domain/message/kind.ts';
import type { MessageSettings } from '../../../shared/domain/message/message-settings.ts';
import type { MessageReason } from '../../../shared/domain/message/reason.ts';

/** How the subject of every test begins. */
export const testPrefix = 'PROVA';

/**
 * The last look at the very bytes that are about to leave, whatever was promised on the way: whole and strict, and, in
 * test mode, a test to somebody who agreed. Null when they may go.
 */
export function whyHeldBack(body: string, kind: string, settings: MessageSettings): MessageReason | null {
  const request: unknown = JSON.parse(body);
  if (!isRequest(request)) {
    const [complaint] = checkRequest(request);
    return { code: 'invalid', field: complaint?.path ?? null, detail: complaint?.code ?? '' };
  }
  if (!settings.testMode && !isTrial(kind)) return null;
  const { fiscal_code: fiscalCode, content } = request;
  return settings.testUsers.includes(fiscalCode) && content.subject.startsWith(testPrefix)
    ? null
    : { code: 'not-a-test-user' };
}
