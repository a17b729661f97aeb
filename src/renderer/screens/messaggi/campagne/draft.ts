import type { Input, Output } from '../../../../shared/contract/api.ts';
import type { Day } from '../../../../shared/domain/day.ts';
import { isTextField, type TextField } from '../../../../shared/domain/message/merge-field.ts';
import type { ListProfile } from '../../../../shared/domain/message/list-profile.ts';
import type { TariScenario } from '../../../../shared/domain/message/tari-plan.ts';
import { everyPart } from '../../../../shared/domain/message/template-parts.ts';
import { requiredFields, type Template } from '../../../../shared/domain/message/template.ts';

export type Request = Input<'campaigns.prepare'>;
export type TemplateRow = Output<'templates.list'>['templates'][number];
export type Accepted = NonNullable<Request['accepted']>[number];

/** A file that was handed over for this campaign. */
export interface HandedFile {
  readonly name: string;
  readonly size: number;
  readonly parcel: string;
}

/** What a person has chosen so far for a new campaign. */
export interface Draft {
  readonly service: string;
  readonly template: string;
  /** Empty: as the program calls it. */
  readonly name: string;
  readonly list: HandedFile | null;
  readonly properties: HandedFile | null;
  /** How the columns are read; null where the program finds them by itself. */
  readonly profile: ListProfile | null;
  readonly scenario: TariScenario | null;
  /** From when instalments are asked for; null where the list tells it. */
  readonly decisionDay: Day | null;
  readonly missingProperties: 'block' | 'send';
  readonly allowPastDue: boolean;
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
  /** An edited text for this campaign alone. */
  readonly templateText: string | null;
  readonly accepted: readonly Accepted[];
}

export const emptyDraft: Draft = {
  service: '',
  template: '',
  name: '',
  list: null,
  properties: null,
  profile: null,
  scenario: null,
  decisionDay: null,
  missingProperties: 'block',
  allowPastDue: false,
  texts: {},
  templateText: null,
  accepted: [],
};

/** What a campaign has to be told before its list can be read. */
export type DraftLack =
  | { readonly code: 'service' | 'template' | 'list' | 'template-faults' }
  | { readonly code: 'text'; readonly field: TextField };

/** `template` is the text as it will be used; null while it has faults. */
export function lacksOfDraft(draft: Draft, template: Template | null): readonly DraftLack[] {
  const lacks: DraftLack[] = [];
  if (draft.service === '') lacks.push({ code: 'service' });
  if (draft.template === '') lacks.push({ code: 'template' });
  if (draft.list === null) lacks.push({ code: 'list' });
  if (draft.template !== '' && template === null) lacks.push({ code: 'template-faults' });
  for (const { field, required } of template === null ? [] : textsOf(template))
    if (required && (draft.texts[field] ?? '').trim() === '') lacks.push({ code: 'text', field });
  return lacks;
}

/** What is written once for the whole campaign because its text asks for it. */
export function textsOf(
  template: Template,
): readonly { readonly field: TextField; readonly required: boolean }[] {
  const required = requiredFields(template);
  const named = [
    ...required,
    ...everyPart([...template.subject, ...template.body]).flatMap(({ part }) =>
      part.kind === 'text' ? [] : [part.field],
    ),
  ];
  return [...new Set(named)]
    .filter(isTextField)
    .map((field) => ({ field, required: required.includes(field) }));
}

/** As it is asked; null while there is no list. */
export function requestOf(draft: Draft, template: Template | null): Request | null {
  if (draft.list === null) return null;
  const { service, name, profile, scenario, decisionDay, missingProperties, allowPastDue, accepted } = draft;
  const fields = template === null ? [] : textsOf(template).map(({ field }) => field);
  return {
    service,
    template: draft.template,
    templateText: draft.templateText,
    name: name.trim() === '' ? null : name.trim(),
    list: draft.list.parcel,
    properties: draft.properties?.parcel ?? null,
    profile,
    scenario,
    decisionDay,
    missingProperties,
    allowPastDue,
    // What was written for another text does not ride along.
    texts: Object.fromEntries(
      fields.flatMap((field) => {
        const text = draft.texts[field]?.trim() ?? '';
        return text === '' ? [] : [[field, text]];
      }),
    ),
    accepted: [...accepted],
  };
}

/** The texts of the service first, then those for any service, then the others. */
export function templatesFor(
  templates: readonly TemplateRow[],
  service: { readonly id: string; readonly name: string | null } | null,
) {
  const names = new Set(
    [service?.id ?? null, service?.name ?? null].flatMap((name) =>
      name === null ? [] : [name.toLowerCase()],
    ),
  );
  const isOfService = ({ service: of }: TemplateRow): boolean => of !== null && names.has(of.toLowerCase());
  return {
    ofService: templates.filter(isOfService),
    ofAny: templates.filter((template) => template.service === null),
    others: templates.filter((template) => template.service !== null && !isOfService(template)),
  };
}
