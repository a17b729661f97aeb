import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ricevutaXml } from '../../src/main/demo/write-ricevuta.ts';
import type { RicevutaDraft } from '../../src/main/demo/write-ricevuta.ts';
import { zip } from '../../src/main/demo/zip.ts';
import type { ZipEntry } from '../../src/main/demo/zip.ts';

/** How many receipts go in one archive. */
const perArchive = 5000;

/** Writes receipts twice: in archives, as the clerk gets them, and loose, as the yardstick reads them. */
export class Receipts {
  readonly #archives: string;
  readonly #loose: string | null;
  #entries: ZipEntry[] = [];
  #archive = 1;
  /** Bytes of XML so far. */
  bytes = 0;

  /** `loose` null: no second copy. */
  constructor(archives: string, loose: string | null) {
    this.#archives = archives;
    this.#loose = loose;
    mkdirSync(archives, { recursive: true });
  }

  add(draft: RicevutaDraft): void {
    const bytes = Buffer.from(ricevutaXml(draft), 'utf8');
    this.bytes += bytes.length;
    const name = `${draft.iuv}_${draft.receiptId ?? ''}.xml`;
    this.#entries.push({ name, bytes });
    if (this.#loose !== null) {
      const folder = join(this.#loose, String(this.#archive));
      if (this.#entries.length === 1) mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    if (this.#entries.length === perArchive) this.flush();
  }

  /** Closes the archive in hand. */
  flush(): void {
    if (this.#entries.length === 0) return;
    const name = `ricevute-${String(this.#archive).padStart(4, '0')}.zip`;
    writeFileSync(join(this.#archives, name), zip(this.#entries));
    this.#entries = [];
    this.#archive += 1;
  }
}
