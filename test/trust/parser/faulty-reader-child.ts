/**
 * The reader of the program, in which a flusso that asks for it meets an importer at fault: after some thousands of rows
 * were told it takes all memory, goes round in circles, throws, or is only slow.
 */
import type { ByteSource } from '../../../src/main/importers/bytes.ts';
import { flussoFdr1 } from '../../../src/main/importers/flusso-fdr1/flusso-fdr1.ts';

const faults: Readonly<Record<string, (source: ByteSource) => void>> = {
  oggetti() {
    for (const kept: unknown[] = []; ;) kept.push({ kept: kept.length, more: [kept.length] });
  },
  mappa() {
    for (const kept = new Map<number, string>(); ;) kept.set(kept.size, `riga ${kept.size}`);
  },
  testo() {
    for (let kept = ['riga']; ;) kept = [...kept, ...kept];
  },
  ciclo() {
    for (let n = 0; ; n++) Math.sqrt(n);
  },
  eccezione() {
    throw new TypeError('il pagamento di MARIO ROSSI non si legge');
  },
  lentezza(source) {
    // Slower than anybody may stand still, but it moves.
    const end = performance.now() + 2.5 * Number(process.env['TREPALLINI_LETTORE_FERMO']);
    while (performance.now() < end) {
      const pause = performance.now() + 200;
      while (performance.now() < pause);
      source.read(0, 1);
    }
  },
};

const read: typeof flussoFdr1.read = flussoFdr1.read.bind(flussoFdr1);
Object.assign(flussoFdr1, {
  read: (parts, sink) => {
    const [source] = parts;
    if (source === undefined) return read(parts, sink);
    const wanted = /GUASTO (\w+)/.exec(Buffer.from(source.read(0, 300)).toString())?.[1] ?? '';
    let told = 0;
    return read(parts, {
      ...sink,
      reading(reading, row) {
        sink.reading(reading, row);
        if (++told === 5_000) faults[wanted]?.(source);
      },
    });
  },
} satisfies Pick<typeof flussoFdr1, 'read'>);

await import('../../../src/main/worker/reader.ts');
