import type { Dropped } from './markdown/nodes.ts';
import type { FrontMatterFlaw } from './front-matter.ts';
import type { FieldName, MergeField } from './merge-field.ts';

/** Where in the file of a template; both count from 1, and the column is left out where only the line is known. */
interface Place {
  readonly line: number;
  readonly column?: number;
}

/** One shape for each of some codes. */
type Each<Code extends string, Data = object> = Code extends string ? { readonly code: Code } & Data : never;

/** What may be wrong with the text of a template, found as it is typed. */
export type TemplateFlaw =
  // The header.
  | { readonly code: 'header-missing' }
  | { readonly code: 'header-open' }
  | { readonly code: 'header-line'; readonly text: string }
  | { readonly code: 'key-unknown'; readonly key: string; readonly nearest: string | null }
  | { readonly code: 'key-twice'; readonly key: string }
  | { readonly code: 'key-missing'; readonly key: string }
  | { readonly code: 'kind-unknown'; readonly kind: string; readonly nearest: string | null }
  | { readonly code: 'not-yes-no'; readonly key: string; readonly text: string }
  // Merge fields and optional parts.
  | { readonly code: 'field-unknown'; readonly field: string; readonly nearest: MergeField | null }
  | { readonly code: 'field-open' }
  | { readonly code: 'part-open'; readonly field: string }
  | { readonly code: 'part-not-opened' }
  | { readonly code: 'part-in-part'; readonly field: string }
  | { readonly code: 'field-in-front-matter'; readonly field: FieldName }
  | { readonly code: 'field-not-shown'; readonly field: FieldName }
  | { readonly code: 'properties-not-alone' }
  // Lengths, in UTF-16 units, of what is always there or of all there can be.
  | Each<'subject-too-long' | 'body-too-long', { readonly length: number; readonly max: number }>
  | Each<'subject-too-short' | 'body-too-short', { readonly length: number; readonly min: number }>
  // What has to come from the row.
  | Each<'amount-typed' | 'date-typed', { readonly text: string }>
  | { readonly code: 'personal-in-subject'; readonly field: FieldName }
  // What the app does not show.
  | Each<`dropped-${Dropped['what']}`, { readonly text: string }>
  | { readonly code: 'rule-in-body' }
  | { readonly code: 'blank-lines' }
  | OfFrontMatter
  // Words.
  | Each<'subject-capitals' | 'subject-names-ente' | 'subject-says-comunicazione'>
  | Each<'says-notifica' | 'sensitive-word' | 'pagopa-spelling' | 'button-name', { readonly text: string }>
  | { readonly code: 'reminder-without-ignore' };

type OfFrontMatter = FrontMatterFlaw extends infer Flaw
  ? Flaw extends FrontMatterFlaw
    ? Omit<Flaw, 'line'>
    : never
  : never;

/** Nothing can be sent while one that `refuses` is there; one that `warns` is for the writer to weigh. */
export type TemplateComplaint = TemplateFlaw & Place & { readonly severity: 'refuses' | 'warns' };

/** Why no message can be made of a template for one row. */
export type ComposeComplaint =
  | { readonly code: 'value-missing'; readonly field: FieldName }
  | Each<
      'subject-too-long' | 'subject-too-short' | 'body-too-long' | 'body-too-short',
      {
        readonly length: number;
        /** The nearest that the service takes. */
        readonly limit: number;
      }
    >
  | { readonly code: 'amount-out-of-bounds'; readonly cents: number }
  | { readonly code: 'notice-number-invalid'; readonly noticeNumber: string };
