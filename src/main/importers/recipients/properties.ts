import { plainFiscalCode } from '../../../shared/domain/message/fiscal-code.ts';
import type {
  ListProblem,
  ListWarning,
  PropertyFlaw,
  RefusedProperty,
} from '../../../shared/domain/message/list-problem.ts';
import { readDay } from '../../../shared/domain/message/list-values.ts';
import type { Property } from '../../../shared/domain/message/property.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import type { Row } from '../table/table.ts';
import { textAt } from './cells.ts';
import { dataRows } from './data-rows.ts';
import { columnMissing, findColumns, type Places } from './find-columns.ts';
import { openList } from './open-list.ts';
import { propertyFieldOf, type PropertyField } from './property-columns.ts';

export interface PropertyList {
  readonly properties: readonly Property[];
  readonly refused: readonly RefusedProperty[];
  readonly warnings: readonly ListWarning[];
  readonly columns: readonly string[];
  /** Rows of data, refused ones included. */
  readonly rows: number;
}

/** Reads the list of the properties that people are asked to pay for. */
export function readProperties(source: ByteSource): Result<PropertyList, ListProblem> {
  const all = openList(source);
  if (!all.ok) return all;
  if (all.value.length === 0) return fail({ code: 'list-empty' });
  const found = findColumns(all.value, propertyFieldOf, (places) => hasKey(places) && hasPlace(places));
  if (!found.ok) return found;
  if (found.value === null) return fail(columnMissing(whatIsMissing(all.value), all.value));
  const { places, headers } = found.value;
  const key = places.fiscalCode ?? places.notice ?? places.debt ?? places.account;
  const data = dataRows(all.value, { ...found.value, used: Object.values(places), key });
  const properties: Property[] = [];
  const refused: RefusedProperty[] = data.refused.flatMap((one) =>
    one.code === 'total-row' || one.code === 'row-too-wide' ? [one] : [],
  );
  for (const row of data.rows) {
    const property = readProperty(row, places);
    if (property.ok) properties.push(property.value);
    else refused.push({ row: row.row, ...property.problem });
  }
  return ok({
    properties,
    refused: refused.toSorted((a, b) => a.row - b.row),
    warnings: data.warnings,
    columns: headers,
    rows: data.count,
  });
}

function hasKey({ fiscalCode, notice, debt, account }: Places<PropertyField>): boolean {
  return [fiscalCode, notice, debt, account].some((place) => place !== undefined);
}

function hasPlace({ address, street, foglio }: Places<PropertyField>): boolean {
  return [address, street, foglio].some((place) => place !== undefined);
}

function whatIsMissing(rows: readonly Row[]): 'key' | 'property' {
  const withPlace = findColumns(rows, propertyFieldOf, hasPlace);
  return withPlace.ok && withPlace.value !== null ? 'key' : 'property';
}

function readProperty(row: Row, places: Places<PropertyField>): Result<Property, PropertyFlaw> {
  const fiscalCode = textAt(row, places.fiscalCode);
  const keys = {
    fiscalCode: fiscalCode === null ? null : plainFiscalCode(fiscalCode),
    noticeNumber: textAt(row, places.notice)?.replaceAll(/\s/g, '') ?? null,
    debt: textAt(row, places.debt),
    account: textAt(row, places.account),
  };
  if (Object.values(keys).every((key) => key === null)) return fail({ code: 'property-without-key' });
  const foglio = textAt(row, places.foglio);
  const address = addressOf(row, places);
  if (address === null && foglio === null) return fail({ code: 'property-without-place' });
  const end = textAt(row, places.end);
  const endDay = end === null || isForEver(end) ? null : readDay(end, 'dmy');
  if (endDay !== null && !endDay.ok)
    return fail({ code: 'property-end-unreadable', value: endDay.problem.value });
  return ok({
    row: row.row,
    ...keys,
    address,
    foglio,
    particella: textAt(row, places.particella),
    sub: textAt(row, places.sub),
    category: textAt(row, places.category),
    area: textAt(row, places.area),
    endDay: endDay?.value ?? null,
  });
}

/** What programs write where an occupation has no end. */
function isForEver(text: string): boolean {
  return /9999|^0+$|^0?0[/-]0?0[/-]/.test(text);
}

function addressOf(row: Row, { address, street, number }: Places<PropertyField>): string | null {
  const place = textAt(row, address) ?? textAt(row, street);
  const civico = textAt(row, number);
  return place === null || civico === null ? place : `${place} ${civico}`;
}
