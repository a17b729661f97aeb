import { applicationCodesOf, areDigits, isValidRf } from './iuv.ts';
import { compileServices, type FindService } from './service.ts';
import type { Codice, Settings } from './settings.ts';

/** Whose IUV it is, as far as its digits can tell. */
export type Owner =
  | { readonly kind: 'ours' }
  | { readonly kind: 'other'; readonly nome: string }
  | { readonly kind: 'unknown' };

/** The settings' codici, ready to be asked about many IUVs. */
export interface Codici {
  ownerOf(iuv: string): Owner;
  /** The municipal service, and what told it; null when nothing does. */
  readonly serviceOf: FindService;
}

/**
 * True when the codice covers the IUV. A segregation code is trusted also where the check digits of the
 * IUV fail, because aux 1 has none; inside an RF reference only when its check holds.
 */
export function matchesCodice(codice: Codice, iuv: string): boolean {
  return compile([[codice, true]])(iuv) ?? false;
}

const ours: Owner = { kind: 'ours' };
const unknown: Owner = { kind: 'unknown' };

/**
 * Prepares the codici of the settings. The most specific codice wins (a longer literal prefix over a shorter
 * one and over a code of two digits); between equals ours wins, then the one that is listed first.
 */
export function compileCodici(settings: Settings): Codici {
  const findOwner = compile<Owner>([
    ...settings.codiciPropri.map((codice): [Codice, Owner] => [codice, ours]),
    ...settings.altriPartner.map(({ codice, nome }): [Codice, Owner] => [codice, { kind: 'other', nome }]),
  ]);
  const findService = compile<string>(
    settings.servizi.flatMap(({ id, codici }) => codici.map((codice): [Codice, string] => [codice, id])),
  );
  return {
    ownerOf: (iuv) => findOwner(iuv) ?? unknown,
    serviceOf: compileServices(settings.servizi, (iuv) => findService(iuv) ?? null),
  };
}

/** The three forms of a codice, told apart. */
export type CodiceShape =
  | { readonly form: 'segregation'; readonly digits: string }
  | { readonly form: 'application'; readonly digits: string }
  | { readonly form: 'prefix'; readonly prefix: string };

/** What a codice asks of an IUV, in the form in which it is compared. */
export function shapeOfCodice(codice: Codice): CodiceShape {
  const written = codice.trim();
  const application = appShape.exec(written)?.[1];
  if (application !== undefined) return { form: 'application', digits: application };
  if (segregationShape.test(written)) return { form: 'segregation', digits: written };
  return { form: 'prefix', prefix: written.toUpperCase() };
}

const segregationShape = /^\d\d$/;
const appShape = /^app:(\d\d)$/i;

function compile<T>(entries: readonly (readonly [Codice, T])[]): (iuv: string) => T | undefined {
  const segregations = new Map<string, T>();
  const applications = new Map<string, T>();
  const prefixesByLength = new Map<number, Map<string, T>>();
  for (const [codice, value] of entries) {
    const shape = shapeOfCodice(codice);
    if (shape.form === 'application') addOnce(applications, shape.digits, value);
    else if (shape.form === 'segregation') addOnce(segregations, shape.digits, value);
    else if (shape.prefix !== '') {
      const prefixes = prefixesByLength.get(shape.prefix.length) ?? new Map<string, T>();
      addOnce(prefixes, shape.prefix, value);
      prefixesByLength.set(shape.prefix.length, prefixes);
    }
  }
  const lengths = [...prefixesByLength.keys()].toSorted((a, b) => b - a);

  function byPrefix(iuv: string, min: number, max: number): T | undefined {
    for (const length of lengths) {
      if (length < min || length > max || length > iuv.length) continue;
      const found = prefixesByLength.get(length)?.get(iuv.slice(0, length));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function byCode(iuv: string, digits: boolean): T | undefined {
    if (digits && iuv.length === 17) return segregations.get(iuv.slice(0, 2));
    if (digits && iuv.length === 15 && applications.size > 0) {
      const codes = applicationCodesOf(iuv);
      // In the order of the lists: of the two codes that agree, an own one comes first.
      for (const [app, value] of applications) if (codes.includes(app)) return value;
      return undefined;
    }
    if (digits || iuv.length < 7) return undefined;
    const found = segregations.get(iuv.slice(4, 6));
    return found !== undefined && isValidRf(iuv) ? found : undefined;
  }

  return (iuv) => {
    const digits = areDigits(iuv);
    const key = digits ? iuv : iuv.toUpperCase();
    return byPrefix(key, 3, Infinity) ?? byCode(key, digits) ?? byPrefix(key, 1, 2);
  };
}

function addOnce<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}
