import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as a test wants it, lies included. */
export interface ZipDraft {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** The packed data, when they are not what packing the content gives. */
  readonly packed?: Uint8Array;
  /** Uncompressed size to declare. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly unixMode?: number;
  readonly method?: number;
  /** Offset of the local header to declare. */
  readonly offset?: number;
}

/** Writes a zip. */
export function zip(entries: readonly ZipDraft[], declaredEntries = entries.length): Buffer {
  const locals: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const data = Buffer.from(entry.packed ?? (entry.stored === true ? content : deflateRawSync(content)));
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (entry.flags ?? 0), 2);
    common.writeUInt16LE(entry.method ?? (entry.stored === true ? 0 : 8), 4);
    common.writeUInt32LE(entry.crc ?? crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.size ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(((entry.unixMode ?? 0o100644) << 16) >>> 0, 6);
    central.writeUInt32LE(entry.offset ?? offset, 10);
    index.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, central, name);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(declaredEntries % 65_536, 8);
  end.writeUInt16LE(declaredEntries % 65_536, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
