import { isDay } from '../day.ts';
import type { IoRequest } from './request.ts';

/** What keeps a request from being sent; `path` as in `content.payment_data.amount`, empty for the whole. */
export type RequestComplaint =
  /** The service would take the request and drop this without a word. */
  | { readonly code: 'unknown-property'; readonly path: string }
  | { readonly code: 'missing'; readonly path: string }
  | { readonly code: 'wrong-type'; readonly path: string }
  /** In UTF-16 units, as the service counts. */
  | {
      readonly code: 'wrong-length';
      readonly path: string;
      readonly length: number;
      readonly min: number;
      readonly max: number;
    }
  /** Another form than the field has, or a day that does not exist. */
  | { readonly code: 'wrong-form'; readonly path: string }
  | { readonly code: 'out-of-range'; readonly path: string };

/** What the service takes, both ends included: UTF-16 units, the body with its front matter; cents. */
export const limits = {
  subject: { min: 10, max: 120 },
  body: { min: 80, max: 10_000 },
  amount: { min: 1, max: 9_999_999_999 },
} as const;

type Check = (value: unknown, path: string) => readonly RequestComplaint[];

interface Field {
  readonly check: Check;
  readonly optional?: true;
}

/** Everything that is wrong with a request; none when it may leave. Stricter than the service, which ignores what it does not know. */
export function checkRequest(request: unknown): readonly RequestComplaint[] {
  return requestShape(request, '');
}

/** Nothing is wrong with it. */
export function isRequest(request: unknown): request is IoRequest {
  return checkRequest(request).length === 0;
}

function object(fields: Readonly<Record<string, Field>>): Check {
  return (value, path) => {
    if (!isRecord(value)) return [{ code: 'wrong-type', path }];
    const unknown = Object.keys(value)
      .filter((name) => !Object.hasOwn(fields, name))
      .map((name) => ({ code: 'unknown-property' as const, path: join(path, name) }));
    const known = Object.entries(fields).flatMap(([name, field]): readonly RequestComplaint[] => {
      // What a parent object lends would not be written into the JSON.
      const inner = Object.hasOwn(value, name) ? value[name] : undefined;
      if (inner !== undefined) return field.check(inner, join(path, name));
      return field.optional === true ? [] : [{ code: 'missing', path: join(path, name) }];
    });
    return [...unknown, ...known];
  };
}

function text(min: number, max: number): Check {
  return (value, path) => {
    if (typeof value !== 'string') return [{ code: 'wrong-type', path }];
    const { length } = value;
    return length >= min && length <= max ? [] : [{ code: 'wrong-length', path, length, min, max }];
  };
}

function form(hasForm: (text: string) => boolean): Check {
  return (value, path) => {
    if (typeof value !== 'string') return [{ code: 'wrong-type', path }];
    return hasForm(value) ? [] : [{ code: 'wrong-form', path }];
  };
}

function exactly(wanted: string | boolean): Check {
  return (value, path) => {
    if (typeof value !== typeof wanted) return [{ code: 'wrong-type', path }];
    return value === wanted ? [] : [{ code: 'wrong-form', path }];
  };
}

function amount(value: unknown, path: string): readonly RequestComplaint[] {
  if (typeof value !== 'number' || !Number.isInteger(value)) return [{ code: 'wrong-type', path }];
  return value >= limits.amount.min && value <= limits.amount.max ? [] : [{ code: 'out-of-range', path }];
}

// The service's own: the check character is ours to judge, long before.
const fiscalCode = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
/** The form that the service asks of a numero avviso; it does not look at the check digits. */
export const noticeForm = /^[0-3][0-9]{17}$/;
const instant = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

const paymentShape = object({
  amount: { check: amount },
  notice_number: { check: form((value) => noticeForm.test(value)) },
  invalid_after_due_date: { check: exactly(false) },
});

const contentShape = object({
  subject: { check: text(limits.subject.min, limits.subject.max) },
  markdown: { check: text(limits.body.min, limits.body.max) },
  due_date: { check: form((value) => isDay(instant.exec(value)?.[1] ?? '')), optional: true },
  payment_data: { check: paymentShape, optional: true },
  require_secure_channels: { check: exactly(true), optional: true },
});

const requestShape = object({
  fiscal_code: { check: form((value) => fiscalCode.test(value)) },
  feature_level_type: { check: exactly('STANDARD') },
  content: { check: contentShape },
});

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
