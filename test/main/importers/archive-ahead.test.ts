import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/main/importers/archive/archive.ts';
import { expand } from '../../../src/main/importers/archive/expand.ts';
import { archiveLimits } from '../../../src/main/importers/archive/limits.ts';
import { readDirectory } from '../../../src/main/importers/archive/zip-directory.ts';
import { bytesInMemory, type ByteSource } from '../../../src/main/importers/bytes.ts';
import { randomOf } from '../../trust/parser/mutate.ts';
import { zip, type ZipDraft } from './zip.ts';

const receipt = (n: number): ZipDraft => ({
  name: `${n}.xml`,
  content: `<receipt n="${n}">${'è'.repeat(n)}</receipt>`,
});
const receipts = (count: number): ZipDraft[] => Array.from({ length: count }, (_, n) => receipt(n));
const endless = { bytes: Infinity };

/** What the entries hold when they are opened one after the other, as they are in the program. */
function inOrder(source: ByteSource): unknown[] {
  const archive = readArchive(source, archiveLimits, { ...endless });
  if (!archive.ok) return [archive.problem];
  return archive.value.map((entry) => ('problem' in entry ? entry.problem : shown(entry.expand())));
}

/** What they hold when each is expanded by itself. */
function oneByOne(source: ByteSource): unknown[] {
  const directory = readDirectory(source, archiveLimits.entries);
  if (!directory.ok) return [directory.problem];
  return directory.value.flatMap((entry) => {
    if (entry.name.kind === 'ignored') return [];
    const { kind, name } = entry.name;
    if (kind === 'refused') return [{ code: 'archive-entry-refused', name }];
    return [shown(expand(source, entry, name, archiveLimits, { ...endless }))];
  });
}

function shown(expanded: ReturnType<typeof expand>): unknown {
  return expanded.ok ? Buffer.from(expanded.value).toString('latin1') : expanded.problem;
}

describe('small entries of an archive', () => {
  it('are fetched many at a time', () => {
    const whole = bytesInMemory(zip(receipts(1_000)));
    let reads = 0;
    const counted: ByteSource = {
      size: whole.size,
      read(position, length) {
        reads += 1;
        return whole.read(position, length);
      },
    };
    const held = inOrder(counted);
    expect(held).toEqual(receipts(1_000).map(({ content }) => Buffer.from(content).toString('latin1')));
    expect(reads).toBeLessThan(40);
  });

  const said = 'ricevuta';
  const empty = Buffer.concat([deflateRawSync(''), Buffer.alloc(8)]);
  it.each<[string, Partial<ZipDraft>]>([
    ['of a size that is not told', { size: 7 }],
    ['of a larger one', { size: 9 }],
    ['of another checksum', { crc: 1 }],
    ['that was cut', { packed: deflateRawSync(said).subarray(0, 5) }],
    [
      'that holds nothing, and behind it what was told, as gzip would have it',
      { packed: Buffer.concat([empty, gzipSync(said).subarray(0, -8)]) },
    ],
    ['that is not packed at all', { packed: Buffer.from('non compresso') }],
  ])('one %s is refused, and the others are not', (_what, lie) => {
    const drafts = [...receipts(20), { name: 'x.xml', content: said, ...lie }, ...receipts(20)];
    const held = inOrder(bytesInMemory(zip(drafts)));
    expect(held.map((one) => typeof one)).toEqual(
      drafts.map(({ name }) => (name === 'x.xml' ? 'object' : 'string')),
    );
    expect(held[20]).toMatchObject({ code: 'archive-damaged' });
  });

  it('are all there when one has a whole member and blanks behind its data', () => {
    const packed = Buffer.concat([gzipSync(said).subarray(10), Buffer.alloc(20)]);
    const drafts = [...receipts(5), { name: 'x.xml', content: said, packed }, ...receipts(5)];
    const expected = drafts.map(({ content }) => Buffer.from(content).toString('latin1'));
    expect(inOrder(bytesInMemory(zip(drafts)))).toEqual(expected);
  });

  it('say the same as each by itself, wherever an archive is damaged', () => {
    const random = randomOf(7);
    const good = zip(receipts(30));
    let damaged = 0;
    for (let i = 0; i < 400; i++) {
      const bytes = Buffer.from(good);
      for (let n = 0; n <= i % 3; n++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const each = oneByOne(bytesInMemory(bytes));
      expect({ i, held: inOrder(bytesInMemory(bytes)) }).toEqual({ i, held: each });
      if (each.some((one) => typeof one === 'object')) damaged += 1;
    }
    expect(damaged).toBeGreaterThan(200);
  });

  it('are paid for when they are opened, not before', () => {
    const budget = { bytes: 60 };
    const archive = readArchive(bytesInMemory(zip(receipts(10))), archiveLimits, budget);
    const opened = archive.ok
      ? archive.value.map((entry) => ('problem' in entry ? null : entry.expand().ok))
      : [];
    expect(opened).toEqual([true, true, ...Array.from({ length: 8 }, () => false)]);
    expect(budget.bytes).toBeGreaterThan(0);
  });

  it('can be asked for again, and in any order', () => {
    const archive = readArchive(bytesInMemory(zip(receipts(10))), archiveLimits, { ...endless });
    if (!archive.ok) throw new Error('not an archive');
    for (const n of [3, 4, 4, 0, 9, 1, 2, 3]) {
      const entry = archive.value[n];
      if (entry === undefined || 'problem' in entry) throw new Error('not an entry');
      expect(shown(entry.expand())).toBe(Buffer.from(receipt(n).content).toString('latin1'));
    }
  });
});
