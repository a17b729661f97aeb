import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

/** Takes bytes in order; they may be written anywhere. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

const utf8NamesSizesAfter = 0x0808;
const deflated = 8;
/** 1 January 1980: the same content is the same bytes. */
const noDate = 0x0021;
const version = 20;
/** A quarter less time than the usual 6, for a seventh more bytes. */
const level = 4;
/** Above this an archive needs another form (Zip64), which not every spreadsheet reads. */
const largest = 0xffff_ffff;

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** A zip archive that is written as its files are made: nothing but a line for each of them stays in memory. */
export class ZipStream {
  private readonly entries: Written[] = [];
  private at = 0;
  private readonly sink: Sink;

  constructor(sink: Sink) {
    this.sink = sink;
  }

  /** Writes one file, from pieces of text. */
  async add(name: string, content: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const nameBytes = Buffer.from(name, 'utf8');
    const at = this.at;
    const local = Buffer.alloc(30);
    local.write('PK\u0003\u0004', 0, 'latin1');
    local.writeUInt16LE(version, 4);
    local.writeUInt16LE(utf8NamesSizesAfter, 6);
    local.writeUInt16LE(deflated, 8);
    local.writeUInt16LE(noDate, 12);
    local.writeUInt16LE(nameBytes.length, 26);
    await this.write(local);
    await this.write(nameBytes);
    const { crc, size, packed } = await this.pack(content);
    const after = Buffer.alloc(16);
    after.write('PK\u0007\u0008', 0, 'latin1');
    after.writeUInt32LE(crc, 4);
    after.writeUInt32LE(packed, 8);
    after.writeUInt32LE(size, 12);
    await this.write(after);
    this.entries.push({ name: nameBytes, crc, packed, size, at });
  }

  /** Writes the directory; nothing can be added after it. */
  async end(): Promise<void> {
    const at = this.at;
    for (const entry of this.entries) {
      const central = Buffer.alloc(46);
      central.write('PK\u0001\u0002', 0, 'latin1');
      central.writeUInt16LE(version, 4);
      central.writeUInt16LE(version, 6);
      central.writeUInt16LE(utf8NamesSizesAfter, 8);
      central.writeUInt16LE(deflated, 10);
      central.writeUInt16LE(noDate, 14);
      central.writeUInt32LE(entry.crc, 16);
      central.writeUInt32LE(entry.packed, 20);
      central.writeUInt32LE(entry.size, 24);
      central.writeUInt16LE(entry.name.length, 28);
      central.writeUInt32LE(entry.at, 42);
      await this.write(central);
      await this.write(entry.name);
    }
    const end = Buffer.alloc(22);
    end.write('PK\u0005\u0006', 0, 'latin1');
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.at - at, 12);
    end.writeUInt32LE(at, 16);
    await this.write(end);
  }

  private async pack(content: Iterable<string> | AsyncIterable<string>) {
    const packer = createDeflateRaw({ chunkSize: 128 * 1024, level });
    const told = { crc: 0, size: 0, packed: 0 };
    const before = this.at;
    const writing = this.drain(packer);
    // Waiting for it begins below; until then its failure must have a hearer.
    writing.catch(() => undefined);
    try {
      for await (const text of content) {
        const bytes = Buffer.from(text, 'utf8');
        told.crc = crc32(bytes, told.crc);
        told.size += bytes.length;
        if (!packer.write(bytes)) await Promise.race([drained(packer), writing]);
      }
      packer.end();
      await writing;
    } finally {
      packer.destroy();
    }
    told.packed = this.at - before;
    if (told.size > largest) throw new RangeError(`a file of ${told.size} bytes is too large for a workbook`);
    return told;
  }

  private async drain(packer: DeflateRaw): Promise<void> {
    const pieces: AsyncIterable<Uint8Array> = packer;
    for await (const bytes of pieces) await this.write(bytes);
  }

  private async write(bytes: Uint8Array): Promise<void> {
    this.at += bytes.length;
    if (this.at > largest) throw new RangeError('the workbook is larger than 4 GB');
    await this.sink(bytes);
  }
}

async function drained(packer: DeflateRaw): Promise<void> {
  await new Promise<void>((resolve) => {
    packer.once('drain', resolve);
  });
}
