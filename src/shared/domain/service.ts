import type { Codice, Servizio } from './settings.ts';

/**
 * What told the municipal service of a payment, from the most certain to the least: a codice of the IUV, the tassonomia
 * of what was paid, the debt position, words of the description.
 */
export const serviceSources = ['code', 'category', 'position', 'words'] as const;
export type ServiceSource = (typeof serviceSources)[number];

/** Everything that may tell a service. */
export interface ServiceHints {
  readonly iuv: string | null;
  /** `transferCategory` or `datiSpecificiRiscossione` of the amount that was paid. */
  readonly category: string | null;
  /** Of the debt position. */
  readonly tipoDovuto: string | null;
  /** `datiSpecificiRiscossione` of the debt position. */
  readonly positionCategory: string | null;
  readonly descriptions: readonly (string | null)[];
}

export interface FoundService {
  /** Its id. */
  readonly service: string;
  readonly source: ServiceSource;
}

export type FindService = (hints: ServiceHints) => FoundService | null;

/**
 * Prepares the services of the settings. The most certain source wins; within one the most specific (the longest
 * tassonomia, the longest words), and between equals the service that is listed first. `serviceOfIuv`: by the codici.
 */
export function compileServices(
  servizi: readonly Servizio[],
  serviceOfIuv: (iuv: string) => string | null,
): FindService {
  const byCategory = longestFirst(servizi, ({ tassonomie }) => tassonomie, tassonomiaKey);
  const byTipo = new Map(longestFirst(servizi, ({ tipiDovuto }) => tipiDovuto, tipoKey).toReversed());
  const byWords = longestFirst(servizi, ({ parole }) => parole, wordsKey);

  function ofCategory(category: string | null): string | null {
    const key = tassonomiaKey(category ?? '');
    return key === '' ? null : (byCategory.find(([begin]) => key.startsWith(begin))?.[1] ?? null);
  }
  function ofWords(descriptions: readonly (string | null)[]): string | null {
    if (byWords.length === 0) return null;
    const texts = descriptions.map((text) => ` ${wordsKey(text ?? '')} `);
    return byWords.find(([words]) => texts.some((text) => text.includes(` ${words} `)))?.[1] ?? null;
  }
  return ({ iuv, category, tipoDovuto, positionCategory, descriptions }) =>
    found('code', iuv === null ? null : serviceOfIuv(iuv)) ??
    found('category', ofCategory(category)) ??
    found('position', byTipo.get(tipoKey(tipoDovuto ?? '')) ?? ofCategory(positionCategory)) ??
    found('words', ofWords(descriptions));
}

function found(source: ServiceSource, service: string | null): FoundService | null {
  return service === null ? null : { service, source };
}

/** What services are told by, as it is compared, with the id of the service; a text that says nothing tells none. */
function longestFirst(
  servizi: readonly Servizio[],
  textsOf: (servizio: Servizio) => readonly string[] | undefined,
  keyOf: (text: string) => string,
): (readonly [key: string, service: string])[] {
  return servizi
    .flatMap((servizio) => (textsOf(servizio) ?? []).map((text) => [keyOf(text), servizio.id] as const))
    .filter(([key]) => key !== '')
    .toSorted(([a], [b]) => b.length - a.length);
}

/**
 * The code of the tassonomia (ente, area, service, legal ground) without what stands around it: a receipt writes
 * `9/0101101IM/`, or the code alone. `9/000` stands for none.
 */
export function tassonomiaKey(category: string): string {
  const code = category.trim().replace(/^\d\//, '').replace(/\/+$/, '').toUpperCase();
  return /^0*$/.test(code) ? '' : code;
}

function tipoKey(tipoDovuto: string): string {
  return tipoDovuto.trim().toUpperCase();
}

/** Words without accents, marks and cases, one blank between them. */
function wordsKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, ' ')
    .trim();
}

/** By what services can be told that nobody named yet; `nothing` is left where there is no hint. */
export const serviceHintKinds = ['tassonomia', 'tipo-dovuto', 'codice', 'parole', 'nothing'] as const;

/** The best thing that is known of payments without a service. */
export interface ServiceHint {
  readonly kind: (typeof serviceHintKinds)[number];
  /** As a service of the settings would have it. */
  readonly value: string;
}

/**
 * By what a payment could be recognised, if somebody said which service that is: its tassonomia, the kind of debt, the
 * beginning of its IUV (the segregation code, or the first digits of the older ones, and two digits more, in which
 * programs number their services), else the first words of what was paid.
 */
export function hintOf({
  iuv,
  category,
  tipoDovuto,
  positionCategory,
  descriptions,
}: ServiceHints): ServiceHint {
  const code = [category, positionCategory].map((text) => tassonomiaKey(text ?? ''));
  const tipo = tipoDovuto?.trim() ?? '';
  if (code[0] !== undefined && code[0] !== '') return { kind: 'tassonomia', value: code[0] };
  if (tipo !== '') return { kind: 'tipo-dovuto', value: tipo };
  if (code[1] !== undefined && code[1] !== '') return { kind: 'tassonomia', value: code[1] };
  if (iuv !== null && numbered.test(iuv)) return { kind: 'codice', value: iuv.slice(0, 4) };
  const words =
    descriptions.map((text) => wordsKey(withoutCodes(text ?? ''))).find((text) => text !== '') ?? '';
  const first = words.split(' ').slice(0, 2).join(' ');
  return first === '' ? { kind: 'nothing', value: '' } : { kind: 'parole', value: first };
}

/** A receipt's line is worded `/RFB/<IUV>/<amount>/TXT/<words>`. */
function withoutCodes(description: string): string {
  return description.replace(/^\/?RF[BS]\/.*?\/TXT\//i, '');
}

const numbered = /^(\d{15}|\d{17})$/;

/** The services, with one that is recognised by the hint from now on. What is there already stays once. */
export function withHint(
  servizi: readonly Servizio[],
  id: string,
  { kind, value }: ServiceHint,
): readonly Servizio[] {
  return servizi.map((servizio): Servizio => {
    if (servizio.id !== id) return servizio;
    const { tassonomie = [], tipiDovuto = [], parole = [], codici } = servizio;
    switch (kind) {
      case 'tassonomia':
        return { ...servizio, tassonomie: added(tassonomie, value) };
      case 'tipo-dovuto':
        return { ...servizio, tipiDovuto: added(tipiDovuto, value) };
      case 'codice':
        return { ...servizio, codici: added<Codice>(codici, value) };
      case 'parole':
        return { ...servizio, parole: added(parole, value) };
      case 'nothing':
        return servizio;
    }
  });
}

function added<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values : [...values, value];
}
