import { describe, expect, it } from 'vitest';
import { hintOf, withHint } from '../../src/shared/domain/service.ts';
import type { Servizio } from '../../src/shared/domain/settings.ts';
import { dropPositions } from '../helpers/positions.ts';
import { aFlusso, aPayment, aRicevuta, anIuf, anOffice, only } from './papers.ts';

const receipt = (n: number, category: string): string => {
  const { iuv, iur, cents } = aPayment(n, 1_000 * n);
  return aRicevuta({ iuv, iur, cents }, { transfers: [{ cents, category }] });
};

describe('a service that nobody has named yet', () => {
  const mensa: Servizio = { id: 'mensa', nome: 'Mensa', codici: [] };

  it('is a group of payments, is named once, and stays so when its papers come again', async () => {
    const office = await anOffice('2026-03-31', { servizi: [mensa] });
    const papers = { '1.xml': receipt(1, '9/0101101IM/'), '2.xml': receipt(2, '0101101IM') };
    await office.drop(papers);
    await office.drop({ '3.xml': receipt(3, '9/000'), '4.xml': receipt(4, '9/000') });

    const unknown = await office.ask('services.unknown', {});
    expect(unknown).toMatchObject({ count: 4, cents: 10_000 });
    expect(
      unknown.groups.map(({ hint, count, cents, example }) => [hint, count, cents, example.iuv]),
    ).toEqual([
      [{ kind: 'codice', value: '0100' }, 2, 7_000, aPayment(3, 0).iuv],
      [{ kind: 'tassonomia', value: '0101101IM' }, 2, 3_000, aPayment(1, 0).iuv],
    ]);
    expect((await office.ask('dashboard.details', {})).withoutService).toEqual({ count: 4, cents: 10_000 });

    const settings = await office.ask('settings.read', {});
    const hint = { kind: 'tassonomia', value: '0101101IM' } as const;
    await office.settings({ ...settings, servizi: withHint(settings.servizi, 'mensa', hint) });
    const services = async () => (await office.payments()).map(({ service }) => service);
    expect(await services()).toEqual(['mensa', 'mensa', null, null]);
    expect((await office.ask('services.unknown', {})).groups).toHaveLength(1);

    for (const { id } of await office.history()) await office.undo(id);
    await office.drop({ '2.xml': papers['2.xml'] });
    expect(await services()).toEqual(['mensa']);
    await office.digest();
  });

  it('is told by the position where there is no receipt, also when that comes later or goes', async () => {
    const office = await anOffice('2026-03-31', { servizi: [] });
    const payment = aPayment(1, 4_550);
    await office.drop({ 'fdr.xml': aFlusso(anIuf(), [payment]) });
    const document = dropPositions(office, 'posizioni.csv', [{ iuv: payment.iuv, tipoDovuto: 'Mensa' }]);
    const group = only((await office.ask('services.unknown', {})).groups);
    expect(group).toMatchObject({
      hint: { kind: 'tipo-dovuto', value: 'Mensa' },
      example: { description: 'Mensa scolastica marzo' },
    });
    const settings = await office.ask('settings.read', {});
    await office.settings({ ...settings, servizi: withHint([mensa], 'mensa', group.hint) });
    expect(only(await office.payments()).service).toBe('mensa');
    await office.undo(document);
    expect(only(await office.payments()).service).toBeNull();
    await office.digest();
  });

  it('leaves the settings of an office that never named it as they were written', async () => {
    const office = await anOffice('2026-03-31', { servizi: [mensa] });
    expect((await office.ask('settings.read', {})).servizi).toEqual([mensa]);
    await office.settings({
      ...(await office.ask('settings.read', {})),
      servizi: withHint([mensa], 'mensa', hintOf({ ...nothing, tipoDovuto: 'X' })),
    });
    expect((await office.ask('settings.read', {})).servizi).toEqual([{ ...mensa, tipiDovuto: ['X'] }]);
  });

  it('is not asked of payments of other partners or of other enti', async () => {
    const office = await anOffice('2026-03-31', { servizi: [] });
    await office.drop({ 'fdr.xml': aFlusso(anIuf(), [aPayment(1, 100, '05')]) });
    expect(await office.ask('services.unknown', {})).toEqual({ count: 0, cents: 0, groups: [] });
  });
});

const nothing = { iuv: null, category: null, tipoDovuto: null, positionCategory: null, descriptions: [] };
