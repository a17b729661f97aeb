/** What the application keeps of a message: the fields it knows, with their defaults. */
export interface NewMessage {
  readonly fiscalCode: string | null;
  readonly featureLevel: 'STANDARD' | 'ADVANCED';
  readonly content: {
    readonly subject: string;
    readonly markdown: string;
    /** In UTC, with `Z`. */
    readonly dueDate: string | null;
    readonly payment: {
      readonly amount: number;
      readonly noticeNumber: string;
      readonly invalidAfterDueDate: boolean;
      readonly payee: string | null;
    } | null;
    /** Null: as the service is set up. */
    readonly secureChannels: boolean | null;
    readonly thirdParty: {
      readonly configurationId: string | null;
      readonly hasAttachments: boolean;
    } | null;
  };
}

/** A body that the application does not take; each line tells where. */
export class InvalidMessage extends Error {}

export function isFiscalCode(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/.test(text)
  );
}

/** Reads the body of `POST /messages`. What it does not know it drops without a word. Throws `InvalidMessage`. */
export function readMessage(text: string): NewMessage {
  const root = record(parse(text), 'root', 'NewMessage');
  const content = record(root['content'], 'root.content', 'MessageContent');
  if (root['time_to_live'] !== undefined) whole(root['time_to_live'], 3600, 604_800, 'root.time_to_live');
  const level = root['feature_level_type'] ?? 'STANDARD';
  if (level !== 'STANDARD' && level !== 'ADVANCED')
    refuse(level, 'root.feature_level_type', '"STANDARD" | "ADVANCED"');
  const fiscalCode = root['fiscal_code'];
  if (fiscalCode !== undefined && !isFiscalCode(fiscalCode))
    refuse(fiscalCode, 'root.fiscal_code', 'string that matches the pattern of a fiscal code');
  return {
    fiscalCode: fiscalCode ?? null,
    featureLevel: level === 'ADVANCED' ? 'ADVANCED' : 'STANDARD',
    content: {
      subject: bounded(content['subject'], 10, 120, 'root.content.subject'),
      markdown: bounded(content['markdown'], 80, 10_000, 'root.content.markdown'),
      dueDate: dueDate(content['due_date']),
      payment: payment(content['payment_data']),
      secureChannels: optionalFlag(
        content['require_secure_channels'],
        'root.content.require_secure_channels',
      ),
      thirdParty: thirdParty(content['third_party_data']),
    },
  };
}

function payment(value: unknown): NewMessage['content']['payment'] {
  if (value === undefined) return null;
  const at = 'root.content.payment_data';
  const data = record(value, at, 'PaymentData');
  const notice = matching(data['notice_number'], /^[0123][0-9]{17}$/, `${at}.notice_number`);
  return {
    amount: whole(data['amount'], 1, 9_999_999_999, `${at}.amount`),
    noticeNumber: notice,
    invalidAfterDueDate:
      optionalFlag(data['invalid_after_due_date'], `${at}.invalid_after_due_date`) ?? false,
    payee: payee(data['payee'], `${at}.payee`),
  };
}

function payee(value: unknown, at: string): string | null {
  if (value === undefined) return null;
  return matching(record(value, at, 'Payee')['fiscal_code'], /^[0-9]{11}$/, `${at}.fiscal_code`);
}

function thirdParty(value: unknown): NewMessage['content']['thirdParty'] {
  if (value === undefined) return null;
  const at = 'root.content.third_party_data';
  const data = record(value, at, 'ThirdPartyData');
  const configuration = data['configuration_id'];
  return {
    configurationId:
      configuration === undefined
        ? null
        : matching(configuration, /^[0-9A-HJKMNP-TV-Z]{26}$/, `${at}.configuration_id`),
    hasAttachments: optionalFlag(data['has_attachments'], `${at}.has_attachments`) ?? false,
  };
}

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Without a zone the server takes the time for UTC; a bare date it refuses. */
function dueDate(value: unknown): string | null {
  if (value === undefined) return null;
  const parts = typeof value === 'string' ? dateTime.exec(value) : null;
  const date = new Date(parts === null ? Number.NaN : parts[1] === undefined ? `${parts[0]}Z` : parts[0]);
  if (Number.isNaN(date.getTime())) refuse(value, 'root.content.due_date', 'UTCISODateFromString');
  return date.toISOString();
}

function bounded(value: unknown, min: number, max: number, at: string): string {
  if (typeof value !== 'string' || value.length < min || value.length > max)
    return refuse(value, at, `string of length >= ${min} and < ${max + 1}`);
  return value;
}

function matching(value: unknown, pattern: RegExp, at: string): string {
  if (typeof value !== 'string' || !pattern.test(value))
    return refuse(value, at, `string that matches the pattern "${pattern.source}"`);
  return value;
}

function whole(value: unknown, min: number, max: number, at: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
    return refuse(value, at, `integer >= ${min} and <= ${max}`);
  return value;
}

function optionalFlag(value: unknown, at: string): boolean | null {
  if (value === undefined) return null;
  if (typeof value !== 'boolean') return refuse(value, at, 'boolean');
  return value;
}

function record(value: unknown, at: string, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(value, at, name);
  return value as Readonly<Record<string, unknown>>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(value: unknown, at: string, wanted: string): never {
  throw new InvalidMessage(
    `value ${JSON.stringify(value) ?? 'undefined'} at ${at} is not a valid [${wanted}]`,
  );
}
