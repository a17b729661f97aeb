import type { Input } from '../../src/shared/contract/api.ts';
import type { Office } from './office.ts';

export type ExportedRow = Readonly<Record<string, unknown>>;

/** A file in JSON, as another program reads it. */
export interface Exported {
  readonly versione: number;
  readonly filtro: Readonly<Record<string, unknown>>;
  readonly righe: readonly ExportedRow[];
}

type Request = Input<'exports.make'>;

/** The bytes of an export, as text; a consumer gets it only when it is `confirmed`. */
export async function exportText(
  office: Office,
  request: Request,
  confirmed = request.consumer !== undefined,
): Promise<string> {
  const { parcel } = await office.ask('exports.make', request);
  const file = office.core.collect(parcel);
  if (file === null) throw new Error('an export without a file');
  if (confirmed) await office.ask('exports.confirm', { parcel });
  return Buffer.from(file.bytes).toString('utf8');
}

export async function exportJson(office: Office, request: Request, confirmed?: boolean): Promise<Exported> {
  return JSON.parse(await exportText(office, { ...request, format: 'json' }, confirmed)) as Exported;
}

/** A program that only ever reads what changed, and keeps it by its key. */
export function aReader(key: readonly string[]) {
  const kept = new Map<string, ExportedRow>();
  return {
    take({ righe }: Exported): void {
      for (const riga of righe) {
        const name = JSON.stringify(key.map((part) => riga[part]));
        if (riga['stato'] === 'tolto') kept.delete(name);
        else kept.set(name, riga);
      }
    },
    /** In order of their keys, as a complete export has them. */
    rows: (): ExportedRow[] => [...kept].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, riga]) => riga),
  };
}

export function sorted(key: readonly string[], { righe }: Exported): ExportedRow[] {
  const reader = aReader(key);
  reader.take({ versione: 1, filtro: {}, righe });
  return reader.rows();
}
