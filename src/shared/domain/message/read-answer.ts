import type { ProfileAnswer, StatusAnswer, SubmitAnswer } from './answer.ts';
import {
  detailOf,
  isProblemJson,
  jsonObject,
  readErrorBody,
  retryAfterSeconds,
  type RawAnswer,
} from './raw-answer.ts';
import { readDataError } from './read-data-error.ts';
import { isRecipientForbidden, readRefusal } from './refusal.ts';

/** What an answer to `POST /messages` means. In doubt it is `uncertain`: the message may have been taken in. */
export function readSubmitAnswer(raw: RawAnswer): SubmitAnswer {
  const error = readErrorBody(raw);
  const detail = detailOf(raw, error);
  const { code } = raw;
  if (code >= 200 && code < 300) {
    const id = code === 201 ? jsonObject(raw)?.['id'] : undefined;
    if (typeof id === 'string' && isUlid(id)) return { outcome: 'accepted', id };
    return { outcome: 'uncertain', why: whyUnread(raw), detail };
  }
  // Never of the service, which nobody can reach through a page that sends elsewhere.
  if (code >= 300 && code < 400) return { outcome: 'not-sent', why: 'portal', detail };
  switch (code) {
    case 400:
      // A page, not an answer: somebody in between did not like the request, and would not like the others either.
      return isPage(raw) ? { outcome: 'refused', why: 'other', detail } : readDataError(raw, error);
    case 401:
      return { outcome: 'refused', why: 'key', detail };
    case 403:
      return isRecipientForbidden(error)
        ? { outcome: 'recipient-forbidden', detail }
        : { outcome: 'refused', why: readRefusal(error), detail };
    case 404:
      return { outcome: 'refused', why: readRefusal(error), detail };
    case 407:
      return { outcome: 'not-sent', why: 'proxy', detail };
    case 405:
    case 411:
    case 413:
    case 415:
    case 417:
    case 422:
    case 431:
      return { outcome: 'refused', why: 'other', detail };
    case 429:
      return { outcome: 'limited', afterSeconds: retryAfterSeconds(raw, error) };
    case 500:
      if (isProblemJson(raw, error)) return { outcome: 'server-error', detail };
      break;
    default:
  }
  const isGateway = code === 408 || (code >= 500 && code < 600);
  return { outcome: 'uncertain', why: isGateway ? 'gateway-error' : 'strange-answer', detail };
}

/** What an answer to `POST /profiles` means. Asking again is always safe. */
export function readProfileAnswer(raw: RawAnswer): ProfileAnswer {
  const error = readErrorBody(raw);
  const detail = detailOf(raw, error);
  switch (raw.code) {
    case 200:
      return readProfile(raw, detail);
    case 400:
      return error.shape === 'application'
        ? { outcome: 'data-error', detail }
        : { outcome: 'no-answer', detail };
    case 401:
      return { outcome: 'refused', why: 'key', detail };
    case 403:
      return { outcome: 'refused', why: readRefusal(error), detail };
    case 404:
      // Of the gateway it means that there is no such address: nothing about the citizen.
      if (error.shape === 'application') return { outcome: 'not-enrolled' };
      return error.shape === 'gateway'
        ? { outcome: 'refused', why: 'other', detail }
        : { outcome: 'no-answer', detail };
    case 407:
      return { outcome: 'not-sent', why: 'proxy', detail };
    case 429:
      return { outcome: 'limited', afterSeconds: retryAfterSeconds(raw, error) };
    default:
      return raw.code >= 300 && raw.code < 400
        ? { outcome: 'not-sent', why: 'portal', detail }
        : { outcome: 'no-answer', detail };
  }
}

function readProfile(raw: RawAnswer, detail: string): ProfileAnswer {
  const profile = jsonObject(raw);
  if (profile === null)
    return isPage(raw) ? { outcome: 'not-sent', why: 'portal', detail } : { outcome: 'no-answer', detail };
  const { sender_allowed: allowed, preferred_languages: languages } = profile;
  if (typeof allowed !== 'boolean') return { outcome: 'no-answer', detail };
  if (!allowed) return { outcome: 'service-disabled' };
  const known = Array.isArray(languages) ? languages.filter((one) => typeof one === 'string') : [];
  return { outcome: 'allowed', languages: known };
}

/** What an answer to `GET /messages/{cf}/{id}` means for the message `id`. A failure to answer never changes its state. */
export function readStatusAnswer(raw: RawAnswer, id: string): StatusAnswer {
  const error = readErrorBody(raw);
  const detail = detailOf(raw, error);
  switch (raw.code) {
    case 200:
      return readStatus(raw, id, detail);
    case 401:
      return { outcome: 'refused', why: 'key', detail };
    case 403:
      return error.shape === 'application'
        ? { outcome: 'other-key' }
        : { outcome: 'refused', why: readRefusal(error), detail };
    case 404:
      return error.shape === 'application' ? { outcome: 'not-found' } : { outcome: 'no-answer', detail };
    case 429:
      return { outcome: 'limited', afterSeconds: retryAfterSeconds(raw, error) };
    default:
      return { outcome: 'no-answer', detail };
  }
}

function readStatus(raw: RawAnswer, id: string, detail: string): StatusAnswer {
  const answer = jsonObject(raw);
  const message = answer?.['message'];
  // Whatever speaks of another message, or of none, says nothing about this one.
  if (typeof message !== 'object' || message === null || !('id' in message) || message.id !== id)
    return { outcome: 'no-answer', detail };
  switch (answer?.['status']) {
    case undefined:
    case 'ACCEPTED':
    case 'THROTTLED':
      return { outcome: 'pending' };
    case 'PROCESSED':
      return { outcome: 'delivered' };
    case 'REJECTED':
      return { outcome: 'rejected' };
    case 'FAILED':
      return { outcome: 'failed' };
    default:
      return { outcome: 'no-answer', detail };
  }
}

/** 26 characters of Crockford's alphabet, of which the first cannot exceed 7. */
function isUlid(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
}

function isPage(raw: RawAnswer): boolean {
  return /^text\//i.test(raw.headers['content-type'] ?? '') || /^\s*</.test(raw.body);
}

function whyUnread(raw: RawAnswer): 'cut' | 'timeout' | 'strange-answer' {
  return raw.ended === 'cut' || raw.ended === 'timeout' ? raw.ended : 'strange-answer';
}
