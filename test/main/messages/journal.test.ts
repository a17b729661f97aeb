import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { JournalTrouble, openJournal, parseJournal } from '../../../src/main/messages/journal.ts';
import type { JournalEntry } from '../../../src/shared/domain/message/recovery.ts';

const at = '2026-03-10T09:00:00.000Z';
const intent = (seq: number): JournalEntry => ({
  type: 'intent',
  seq,
  key: `k${seq}`,
  digest: 'd',
  machine: 'm',
  at,
});

function aJournal() {
  const folder = mkdtempSync(join(tmpdir(), 'registro-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const archive = join(folder, 'archivio');
  const office = join(folder, 'computer');
  const files = [join(archive, 'registro-invii.jsonl'), join(office, 'registro-invii', 'L.jsonl')] as const;
  return { journal: openJournal(archive, office, 'L'), files };
}

describe('the journal of what left', () => {
  it('is empty before the first message, and kept twice', () => {
    const { journal, files } = aJournal();
    expect(journal.read()).toEqual([]);
    journal.write(intent(1));
    for (const file of files) expect(parseJournal(readFileSync(file, 'utf8'))).toEqual([intent(1)]);
    expect(journal.read()).toEqual([intent(1)]);
  });

  it.each([0, 1])('is whole when file %d is gone', (lost) => {
    const { journal, files } = aJournal();
    journal.write(intent(1));
    rmSync(files[lost] ?? '');
    journal.write(intent(2));
    expect(journal.read()).toEqual([intent(1), intent(2)]);
  });

  it('loses only the line that a power cut left unfinished', () => {
    const { journal, files } = aJournal();
    journal.write(intent(1));
    for (const file of files) appendFileSync(file, '{"type":"intent","seq":2,"ke');
    journal.write(intent(3));
    expect(journal.read()).toEqual([intent(1), intent(3)]);
  });

  it('takes nothing for an entry that is none', () => {
    const outcome = { type: 'outcome', seq: 1, key: 'k', at, outcome: 'accepted', id: 'I' };
    const wrong = [
      { ...outcome, outcome: 'perhaps' },
      { ...outcome, id: 7 },
      { ...outcome, seq: '1' },
      { ...outcome, key: null },
      { ...outcome, type: 'other' },
      null,
      [],
    ];
    expect(parseJournal([...wrong, outcome].map((one) => JSON.stringify(one)).join('\n'))).toEqual([outcome]);
  });

  it('says by name what a disk does not take', () => {
    const { journal, files } = aJournal();
    mkdirSync(files[1], { recursive: true });
    expect(() => journal.write(intent(1))).toThrow(JournalTrouble);
    expect(() => journal.read()).toThrow('EISDIR');
  });
});
