import type { DocumentKind } from '../../../shared/domain/document.ts';
import { columnsOf, fieldsOfKind, type Profile, type ProfileKind } from '../../../shared/domain/profile.ts';
import type { Importer } from '../importer.ts';
import type { ColumnSpec, FoundHeader, Place } from '../table/layout.ts';
import { readRecords, type TableReader } from '../table/records.ts';
import { nameOfPlace, placeOf } from './fits.ts';
import { firstRows } from './first-rows.ts';
import { keyOf } from './keys.ts';
import { movimentoReader } from './movimento-row.ts';
import { posizioneReader } from './posizione-row.ts';
import { ricevutaReader } from './ricevuta-row.ts';

const kinds: Readonly<Record<ProfileKind, DocumentKind>> = {
  tesoreria: 'tesoreria',
  ricevute: 'ricevuta',
  posizioni: 'posizioni',
};

/** Reads the lists that a person taught. It claims nothing by itself: only what no format of the registry does. */
export function profileImporter(profile: Profile): Importer {
  return {
    name: profile.name,
    kind: kinds[profile.what],
    claims: () => false,
    knowsNamespace: () => true,
    read([part], sink) {
      if (part === undefined) throw new Error('a table without a part');
      const rows = firstRows(part);
      if (!rows.ok) return rows;
      const at = placeOf(profile, rows.value);
      if (at === null) throw new Error('a profile was given a list that is not its own');
      if (!at.ok) return at;
      return readRecords(part, layoutOf(profile), sink, readerOf(profile), () => headerOf(profile, at.value));
    },
  };
}

function readerOf(profile: Profile): TableReader<string> {
  switch (profile.what) {
    case 'tesoreria':
      return movimentoReader(profile);
    case 'ricevute':
      return ricevutaReader(profile);
    case 'posizioni':
      return posizioneReader(profile);
  }
}

function headerOf(profile: Profile, at: number): FoundHeader<string> {
  const { fingerprint } = profile;
  const places = new Map<string, Place>();
  let last = 0;
  for (const field of fieldsOfKind[profile.what]) {
    columnsOf(profile.columns, field).forEach((index, nth) => {
      const header = fingerprint.by === 'headers' ? (fingerprint.headers[index] ?? '') : '';
      places.set(keyOf(field, nth), { index, header: header === '' ? nameOfPlace(index) : header });
      last = Math.max(last, index);
    });
  }
  const width = fingerprint.by === 'headers' ? fingerprint.headers.length : fingerprint.kinds.length;
  return { at, places, width: Math.max(width, last + 1), twice: null };
}

/** A line of totals lacks what every row has. */
const everyRowHas: ReadonlySet<string> = new Set(['day', 'iuv', 'notice']);

function layoutOf(profile: Profile): Readonly<Record<string, ColumnSpec>> {
  const layout: Record<string, ColumnSpec> = {};
  for (const field of fieldsOfKind[profile.what]) {
    const count = Math.max(1, columnsOf(profile.columns, field).length);
    for (let nth = 0; nth < count; nth++) {
      const headers = [field];
      layout[keyOf(field, nth)] = everyRowHas.has(field) ? { headers, required: true } : { headers };
    }
  }
  return layout;
}
