import { cents, formatEuro } from '../euro.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Day } from '../day.ts';
import { limits, noticeForm } from './check-request.ts';
import { dueInstant, italianLongDay } from './due-date.ts';
import { escapeMarkdown, onOneLine } from './escape.ts';
import {
  columnOf,
  foldHeader,
  isMergeField,
  textFields,
  type FieldName,
  type MergeField,
  type TextField,
} from './merge-field.ts';
import type { Rata, Recipient } from './recipient.ts';
import type { IoRequest } from './request.ts';
import type { ComposeComplaint } from './template-complaint.ts';
import { fillParts } from './template-parts.ts';
import { requiredFields, tellsDueDay, type Template } from './template.ts';

/** What does not come from the row of the citizen. */
export interface MergeValues {
  readonly ente: string | null;
  /** As citizens know it. */
  readonly servizio: string | null;
  /** Whom to ask, in one line. */
  readonly contatti: string | null;
  /** Of the debt. Null: the column of the list that says it, if there is one. */
  readonly anno: number | null;
  /** Of this citizen, in a stable order; each in one line. */
  readonly immobili: readonly string[];
  /** What a person wrote for the whole campaign. */
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
}

export const noMergeValues: MergeValues = {
  ente: null,
  servizio: null,
  contatti: null,
  anno: null,
  immobili: [],
  texts: {},
};

export interface ComposeOptions {
  /** A test: the subject says so. */
  readonly trial?: boolean | undefined;
  /** The phone tells nothing but that there is a message, and no copy goes by e-mail. */
  readonly secure?: boolean | undefined;
}

export interface ComposedMessage {
  /** The body of the POST, whole. */
  readonly request: IoRequest;
  readonly subject: string;
  /** With its front matter. */
  readonly markdown: string;
  /** What the app says above the text: the same day that the text says. */
  readonly dueDay: Day | null;
}

/**
 * Makes the message for one row; the same template, values and row always make the same. Fails with everything that is
 * missing or does not fit what the service takes. Does not look at the text itself: that is `checkTemplate`.
 */
export function compose(
  template: Template,
  values: MergeValues,
  recipient: Recipient,
  { trial = false, secure = false }: ComposeOptions = {},
): Result<ComposedMessage, readonly ComposeComplaint[]> {
  const get = (field: FieldName): string => valueOf(field, values, recipient);
  const missing = requiredFields(template).filter((field) => get(field) === '');
  if (missing.length > 0) return fail(missing.map((field) => ({ code: 'value-missing', field })));

  const has = (field: FieldName): boolean => get(field) !== '';
  const subject = onOneLine(
    fillParts(template.subject, { has, write: (field) => inSubject(field, get(field)) }).text,
  );
  const markdown = fillParts(template.body, {
    has,
    write: (field) => inBody(field, get(field)),
  }).text.trimEnd();
  const complaints = [
    ...lengthComplaint('subject', subject),
    ...lengthComplaint('body', markdown),
    ...(template.withNotice ? paymentComplaints(recipient) : []),
  ];
  if (complaints.length > 0) return fail(complaints);

  const { cents: amount, noticeNumber } = recipient;
  const dueDay = tellsDueDay(template) ? recipient.dueDay : null;
  const shownSubject = trial ? asTrial(subject) : subject;
  return ok({
    subject: shownSubject,
    markdown,
    dueDay,
    request: {
      fiscal_code: recipient.fiscalCode,
      feature_level_type: 'STANDARD',
      content: {
        subject: shownSubject,
        markdown,
        ...(dueDay !== null && { due_date: dueInstant(dueDay) }),
        ...(template.withNotice &&
          amount !== null &&
          noticeNumber !== null && {
            payment_data: { amount, notice_number: noticeNumber, invalid_after_due_date: false },
          }),
        ...(secure && { require_secure_channels: true }),
      },
    },
  });
}

/** The plain value of a field; empty when there is none. Properties and what people write have a line for each. */
function valueOf(field: FieldName, values: MergeValues, recipient: Recipient): string {
  const header = columnOf(field);
  if (header !== null) return cellOf(recipient, [header]);
  if (isMergeField(field)) return ofField(field, values, recipient);
  throw new Error(`no such field: ${field}`);
}

function ofField(field: MergeField, values: MergeValues, recipient: Recipient): string {
  switch (field) {
    case 'importo':
      // An ordinary blank before the sign of the euro: people search for amounts, and programs compare them.
      return recipient.cents === null ? '' : formatEuro(cents(recipient.cents)).replace('\u00a0', ' ');
    case 'scadenza':
      return recipient.dueDay === null ? '' : italianLongDay(recipient.dueDay);
    case 'nome':
      return recipient.name?.trim() ?? '';
    case 'numeroAvviso':
      return recipient.noticeNumber ?? '';
    case 'rata':
      return recipient.rata === null ? '' : sayRata(recipient.rata);
    case 'rate':
      return recipient.rata?.kind === 'rata' && recipient.rata.of !== null ? String(recipient.rata.of) : '';
    case 'anno':
      return values.anno === null ? yearOf(recipient) : String(values.anno);
    case 'immobili':
      return values.immobili
        .map(onOneLine)
        .filter((one) => one !== '')
        .join('\n');
    case 'ente':
    case 'servizio':
    case 'contatti':
      return values[field]?.trim() ?? '';
    case 'oggetto':
    case 'testo':
    case 'messaggioErrato':
    case 'datoErrato':
    case 'datoCorretto':
    case 'cosaFare':
    case 'prenotazione':
    case 'cosaPortare':
    case 'avvertenze':
      return values.texts[field]?.trim() ?? '';
  }
}

/** Which part of a debt, as a sentence goes on with it: `rata unica`, `rata 2 di 4`. */
function sayRata(rata: Rata): string {
  if (rata.kind === 'unica') return 'rata unica';
  return rata.of === null ? `rata ${rata.n}` : `rata ${rata.n} di ${rata.of}`;
}

const yearHeaders = [
  'anno',
  'anno di riferimento',
  'annoRiferimento',
  'anno imposta',
  'anno di imposta',
  'esercizio',
];

function yearOf(recipient: Recipient): string {
  const year = cellOf(recipient, yearHeaders);
  return /^(?:19|20)\d{2}$/.test(year) ? year : '';
}

/** The cell under the first of some headers, however the list writes it. */
function cellOf({ fields }: Recipient, headers: readonly string[]): string {
  for (const header of headers) {
    const exact = fields[header]?.trim() ?? '';
    if (exact !== '') return exact;
    const folded = foldHeader(header);
    const near = Object.keys(fields).find((one) => foldHeader(one) === folded);
    const value = near === undefined ? '' : (fields[near]?.trim() ?? '');
    if (value !== '') return value;
  }
  return '';
}

/** A subject that names another one leaves room for its own words. */
const longestNamedSubject = 90;

function inSubject(field: FieldName, value: string): string {
  const plain = onOneLine(value);
  return field === 'messaggioErrato' ? cutAtWord(plain, longestNamedSubject) : plain;
}

/** Properties of one citizen that are named in a message; the others are counted. */
const mostProperties = 15;

function inBody(field: FieldName, value: string): string {
  if (field === 'immobili') return propertiesList(value.split('\n'));
  if (!textFields.some((one) => one === field)) return escapeMarkdown(value);
  // Paragraphs of what a person wrote stay paragraphs.
  const lines = value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .split('\n');
  return lines.map(escapeMarkdown).join('\n');
}

function propertiesList(properties: readonly string[]): string {
  const named = properties.slice(0, mostProperties).map((one) => `- ${escapeMarkdown(one)}`);
  const others = properties.length - named.length;
  if (others > 0) named.push(others === 1 ? '- e un altro immobile' : `- e altri ${others} immobili`);
  return named.join('\n');
}

const trialMark = 'PROVA – ';

/** A subject of a test is cut at a word where the mark leaves it no room. */
function asTrial(subject: string): string {
  return trialMark + cutAtWord(subject, limits.subject.max - trialMark.length);
}

function cutAtWord(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, room - 1);
  const word = text.lastIndexOf(' ', room - 1);
  const kept = word > room / 2 ? cut.slice(0, word) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:–-]+$/, '')}…`;
}

function lengthComplaint(which: 'subject' | 'body', { length }: string): ComposeComplaint[] {
  const { min, max } = limits[which];
  if (length < min) return [{ code: `${which}-too-short`, length, limit: min }];
  return length > max ? [{ code: `${which}-too-long`, length, limit: max }] : [];
}

function paymentComplaints({ cents: amount, noticeNumber }: Recipient): ComposeComplaint[] {
  const complaints: ComposeComplaint[] = [];
  if (amount !== null && (amount < limits.amount.min || amount > limits.amount.max)) {
    complaints.push({ code: 'amount-out-of-bounds', cents: amount });
  }
  if (noticeNumber !== null && !noticeForm.test(noticeNumber)) {
    complaints.push({ code: 'notice-number-invalid', noticeNumber });
  }
  return complaints;
}
