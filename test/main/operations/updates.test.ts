import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../src/main/ledger/migrations/index.ts';
import { signatureOf } from '../../../src/main/operations/updates.ts';
import { openOffice, type Office } from '../../helpers/office.ts';
import { aRelease } from '../../helpers/releases.ts';

const copies = async (office: Office): Promise<number> =>
  (await office.ask('backups.list', { readAgain: false })).copies.length;

describe('a newer version that somebody brings', () => {
  it('is recognised, its bytes are held against the checksums, and the ledger is copied', async () => {
    const office = await openOffice();
    const { name, files } = aRelease('9.1.0');
    const update = await office.ask('updates.verify', { parcels: office.handOver(files) });
    expect(update).toMatchObject({ name, version: '9.1.0', running: '0.0.0', signed: false });
    expect(existsSync(update.copy)).toBe(true);
    expect(await copies(office)).toBe(1);
  });

  it('nothing is copied, and nothing said of it, when one byte is another', async () => {
    const office = await openOffice();
    const { name, files } = aRelease('9.1.0');
    const other = { ...files, [name]: Buffer.concat([files[name] ?? Buffer.alloc(0), Buffer.of(0)]) };
    const answer = await office.core.call('updates.verify', { parcels: office.handOver(other) });
    expect(answer).toEqual({ ok: false, problem: { code: 'update-damaged', name } });
    expect(await copies(office)).toBe(0);
  });

  it('checksums alone are no program, and a file that is gone is told', async () => {
    const office = await openOffice();
    const { name, files } = aRelease('9.1.0');
    const [sums = ''] = office.handOver({ SHA256SUMS: files['SHA256SUMS'] ?? '' });
    expect(await office.core.call('updates.verify', { parcels: [sums] })).toMatchObject({
      problem: { code: 'update-not-ours' },
    });
    const gone = office.core.handOver({ path: `${office.folder}/niente`, name });
    expect(await office.core.call('updates.verify', { parcels: [gone] })).toMatchObject({
      problem: { code: 'upload-failed', name },
    });
    expect(await office.core.call('updates.verify', { parcels: [gone] })).toMatchObject({
      problem: { code: 'no-such-parcel' },
    });
    expect(office.defects).toEqual([]);
  });
});

describe('the signature of the checksums', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const text = `${'ab'.repeat(32)}  tre-pallini-9.1.0-linux-amd64.deb\n`;
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');

  it('holds for the text that was signed, and for no other', () => {
    expect(signatureOf(text, `${signature}\n`, key)).toBe('holds');
    expect(signatureOf(`${text} `, signature, key)).toBe('broken');
    expect(signatureOf(text, 'non è una firma', key)).toBe('broken');
    expect(signatureOf(text, '', key)).toBe('broken');
  });

  it('of another key is none; without one, or without a key, that is told', () => {
    const other = sign(null, Buffer.from(text), generateKeyPairSync('ed25519').privateKey);
    expect(signatureOf(text, other.toString('base64'), key)).toBe('broken');
    expect(signatureOf(text, null, key)).toBe('missing');
    expect(signatureOf(text, signature, null)).toBe('no-key');
  });
});

describe('the licences of what is built in', () => {
  it('are given where the program was built, and else told to be in the built one', async () => {
    const office = await openOffice();
    expect(await office.core.call('about.notices', {})).toEqual({
      ok: false,
      problem: { code: 'not-built' },
    });
    expect(await office.ask('about.read', {})).toMatchObject({
      build: null,
      schema: migrations.at(-1)?.version,
    });
  });
});
