import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/shared/domain/result.ts';
import { aHome, ways } from '../../helpers/links.ts';
import { flusso, ourSettings } from './papers.ts';

describe.each(Object.entries(ways))('an import %s', (_way, open) => {
  it('stops within half a second, and the ledger is as before', async () => {
    const cores = aHome();
    const link = (await open(cores))('own');
    await link.call('settings.write', { settings: ourSettings });
    const before = await link.call('ledger.verify', {});
    const rows = Array.from({ length: 15_000 }, (_, n) => ({ n, cents: 100 }));
    const parcel = await link.upload(new File([flusso('2026-03-04ABI03069-000000001', rows)], 'flusso.xml'));
    if (!parcel.ok) throw new Error(parcel.problem.code);
    const stop = new AbortController();
    let stoppedAt = 0;

    const answer = await link.call(
      'documents.import',
      { parcels: [parcel.value] },
      {
        signal: stop.signal,
        onProgress() {
          if (stoppedAt === 0) stoppedAt = performance.now();
          stop.abort();
        },
      },
    );

    expect(answer).toEqual(fail({ code: 'cancelled' }));
    expect(performance.now() - stoppedAt).toBeLessThan(500);
    expect(await link.call('ledger.verify', {})).toEqual(before);
    // The file is still there: the person may think again.
    expect(await link.call('documents.import', { parcels: [parcel.value] })).toMatchObject({ ok: true });
  });
});
