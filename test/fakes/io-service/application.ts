import { json, problem, type Answer } from './answers.ts';
import type { Fate, Ledger, StoredMessage } from './ledger.ts';
import type { Citizens } from './profiles.ts';
import { mayCallFrom, type ServiceSettings } from './services.ts';
import { InvalidMessage, isFiscalCode, readMessage, type NewMessage } from './validation.ts';

/** The back end, behind the gateway: it knows the caller's service and has the whole body. */
export interface Application {
  readonly citizens: Citizens;
  readonly ledger: Ledger;
  readonly now: () => number;
  readonly newId: () => string;
  readonly fateOf: (message: Omit<StoredMessage, 'fate'>) => Fate;
  /** For how long after its creation a message is not found. */
  readonly visibleAfterMs: number;
}

export interface Caller {
  readonly service: ServiceSettings;
  readonly address: string;
}

/** `POST /profiles`, and `GET /profiles/{cf}` with the codice fiscale of its path. */
export function answerProfile(
  { citizens }: Application,
  { service, address }: Caller,
  fiscalCode: unknown,
): Answer {
  if (!isFiscalCode(fiscalCode))
    return problem(400, 'Invalid fiscalcode', 'The fiscal code does not match the pattern');
  if (!mayCallFrom(service, address)) return notAllowedHere();
  const profile = citizens.of(fiscalCode);
  if (profile === null) return problem(404, 'Profile not found', 'The user is not registered');
  return json(200, {
    sender_allowed: citizens.mayReceive(fiscalCode, service.id),
    ...(profile.languages === null ? {} : { preferred_languages: profile.languages }),
  });
}

/** `POST /messages` and `POST /messages/{cf}`. It never looks at the profile, nor for an equal message. */
export function answerMessage(
  application: Application,
  { service, address }: Caller,
  inPath: string | null,
  body: string,
): Answer {
  let message: NewMessage;
  try {
    message = readMessage(body);
  } catch (error) {
    if (!(error instanceof InvalidMessage)) throw error;
    return problem(400, 'Invalid message structure', error.message);
  }
  if (inPath !== null && !isFiscalCode(inPath))
    return problem(400, 'Invalid fiscalcode', 'The fiscal code does not match the pattern');
  if (!mayCallFrom(service, address)) return notAllowedHere();
  const fiscalCode = inPath ?? message.fiscalCode;
  if (fiscalCode === null || (inPath !== null && message.fiscalCode !== null))
    return problem(
      400,
      'Bad parameters',
      'The fiscalcode parameter should be either in the path or in the payload',
    );
  const refusal = refusalOf(message, service, fiscalCode);
  if (refusal !== null) return refusal;
  const id = application.newId();
  const stored = { id, service: service.id, fiscalCode, storedAt: application.now(), message, body };
  application.ledger.add({ ...stored, fate: application.fateOf(stored) });
  return json(201, { id }, { Location: `/api/v1/messages/${fiscalCode}/${id}` });
}

function refusalOf(
  { content, featureLevel }: NewMessage,
  service: ServiceSettings,
  fiscalCode: string,
): Answer | null {
  if (service.recipients.length > 0 && !service.recipients.includes(fiscalCode))
    return problem(403, 'Recipient forbidden', 'You are not allowed to issue requests for the recipient');
  const { payment, thirdParty } = content;
  if (payment !== null && payment.payee !== null && service.mayName !== 'payee')
    return forbidden('User isn’t authorized to send payment message with payee');
  if (featureLevel === 'ADVANCED' && !service.premium)
    return forbidden('Service is not allowed to send Premium messages');
  if (thirdParty !== null) {
    if (thirdParty.hasAttachments && featureLevel !== 'ADVANCED')
      return forbidden('Attachments are for Premium messages only');
    if (thirdParty.configurationId === null)
      return forbidden('No configuration id has been provided for the third party data');
    return problem(404, 'Remote Content Configuration NOT FOUND', 'Cannot find the configuration');
  }
  if (payment !== null && payment.amount > service.cap)
    return problem(
      400,
      'Error while sending payment metadata',
      `The requested amount (${payment.amount} cents) exceeds the maximum allowed for this service (${service.cap} cents)`,
    );
  return null;
}

/** `GET /messages/{cf}/{id}`. */
export function answerStatus(
  { ledger, now, visibleAfterMs }: Application,
  { service, address }: Caller,
  fiscalCode: string,
  id: string,
): Answer {
  if (!isFiscalCode(fiscalCode))
    return problem(400, 'Invalid fiscalcode', 'The fiscal code does not match the pattern');
  if (!mayCallFrom(service, address)) return notAllowedHere();
  const found = ledger.find(fiscalCode, id);
  if (found === null || now() < found.storedAt + visibleAfterMs)
    return problem(404, 'Message not found', 'The message that you requested was not found in the system.');
  if (found.service !== service.id) return notAllowedHere();
  const status = ledger.statusOf(found, now());
  const { content, featureLevel } = found.message;
  return json(200, {
    message: {
      id,
      fiscal_code: fiscalCode,
      created_at: new Date(found.storedAt).toISOString(),
      sender_service_id: service.id,
      feature_level_type: featureLevel,
      // There is none before it is processed, and never any of what was rejected.
      ...(status === 'PROCESSED'
        ? { content: { subject: content.subject, markdown: content.markdown } }
        : {}),
    },
    status,
    read_status: 'UNAVAILABLE',
  });
}

function notAllowedHere(): Answer {
  return problem(
    403,
    'You are not allowed here',
    'You do not have enough permission to complete the operation',
  );
}

function forbidden(detail: string): Answer {
  return problem(403, 'You are not allowed here', detail);
}
