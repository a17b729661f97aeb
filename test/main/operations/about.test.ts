import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoSettings } from '../../../src/main/demo/servizi.ts';
import { openOffice } from '../../helpers/office.ts';
import { aRicevuta, aPayment } from '../../scenarios/papers.ts';

// Other tests fill such ledgers at the same time: this file looks into a folder of its own.
let own = '';
beforeAll(() => {
  own = mkdtempSync(join(tmpdir(), 'tre-pallini-about-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, own);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(own, { recursive: true, force: true });
});

const papersLeft = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('tre-pallini-prova-'));

describe('the program says of itself', () => {
  it('its version, its day, where the ledger is, and whether anything was ever imported', async () => {
    const office = await openOffice({ today: '2026-04-01' });
    const about = await office.ask('about.read', {});
    expect(about).toMatchObject({ version: '0.0.0', demo: false, empty: true, today: '2026-04-01' });
    expect(about.folder.startsWith(office.folder)).toBe(true);
    const { documents } = await office.drop({ 'rt.xml': aRicevuta(aPayment(1, 100)) });
    await office.undo(documents[0]?.id ?? 0);
    expect(await office.ask('about.read', {})).toMatchObject({ empty: false });
  });
});

describe('the ledger of invented data', () => {
  it('is filled with the papers of the demo, once, and leaves no paper behind', async () => {
    const office = await openOffice({ demo: true, settings: null });
    const steps = new Set<string>();
    const filled = await office.core.call(
      'demo.fill',
      {},
      { onProgress: ({ step }) => void steps.add(step) },
    );
    expect(filled).toMatchObject({ ok: true, value: { demo: true, empty: false } });
    expect([...steps]).toEqual(['read', 'match', 'save']);
    expect(await office.ask('settings.read', {})).toEqual(demoSettings);
    const { byStatus, difference } = await office.ask('dashboard.read', {});
    expect(Object.values(byStatus).every(({ count }) => count > 0)).toBe(true);
    expect(difference.count).toBeGreaterThan(0);
    const digest = await office.digest();
    await office.ask('demo.fill', {});
    expect(await office.digest()).toBe(digest);
    expect((await office.ask('drops.list', {})).rows).toHaveLength(1);
    expect(papersLeft()).toEqual([]);
  });

  it('is never the ledger of a real ente', async () => {
    const office = await openOffice();
    const digest = await office.digest();
    expect(await office.core.call('demo.fill', {})).toEqual({ ok: false, problem: { code: 'not-a-demo' } });
    expect(await office.digest()).toBe(digest);
  });

  it('is left empty when the filling is stopped', async () => {
    const office = await openOffice({ demo: true, settings: null });
    const stop = new AbortController();
    const filled = await office.core.call(
      'demo.fill',
      {},
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(filled).toEqual({ ok: false, problem: { code: 'cancelled' } });
    expect(await office.ask('about.read', {})).toMatchObject({ empty: true });
    expect(papersLeft()).toEqual([]);
  });
});

describe('what the window remembers', () => {
  it('is kept by name, changed by name and forgotten by name', async () => {
    const office = await openOffice();
    const digest = await office.digest();
    expect(await office.ask('preferences.read', {})).toEqual({});
    await office.ask('preferences.write', {
      preferences: { theme: 'dark', columns: { pagamenti: ['iuv'] } },
    });
    const left = await office.ask('preferences.write', { preferences: { theme: null, zoom: 1.25 } });
    expect(left).toEqual({ columns: { pagamenti: ['iuv'] }, zoom: 1.25 });
    expect(await office.ask('preferences.read', {})).toEqual(left);
    expect(await office.digest()).toBe(digest);
  });

  it('is refused whole when one thing of it is too large, or there are too many', async () => {
    const office = await openOffice();
    const refusal = async (preferences: Record<string, string>): Promise<string[]> => {
      const answer = await office.core.call('preferences.write', { preferences });
      if (answer.ok || answer.problem.code !== 'invalid-request') throw new Error('not refused');
      return answer.problem.complaints.map(({ path, message }) => `${path}: ${message}`);
    };
    expect(await refusal({ small: 'x', large: 'è'.repeat(33_000) })).toEqual([
      'preferences.large: Troppo grande: al massimo 64 kB',
    ]);
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`k${n}`, 'x']));
    expect(await refusal(many)).toEqual(['preferences: Troppe voci: al massimo 100']);
    expect(await office.ask('preferences.read', {})).toEqual({});
  });
});
