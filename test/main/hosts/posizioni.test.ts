import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keepPositionsIn } from '../../helpers/positions.ts';
import { aDesk } from './command-line.ts';
import { importDay } from './day-of-papers.ts';
import { iuv } from './papers.ts';
import { ask, groupShape, paymentShape, positionShape, servizioShape } from './shapes.ts';

describe('debt positions on the command line', () => {
  const positions = z.array(positionShape);
  const desk = aDesk(async (at) => {
    await importDay(at);
    keepPositionsIn(at.archive, 'posizioni.csv', [
      { iud: 'a', iuv: iuv('01', 1), noticeNumber: `3${iuv('01', 1)}`, cents: 2_200 },
      { iud: 'b', iuv: iuv('01', 99), dueDay: '2026-03-09' as never },
    ]);
  });

  it('are listed with who owes, and what was paid', async () => {
    const found = await ask(desk, ['posizioni'], positions);
    expect(found[0]).toEqual({
      iud: 'a',
      iuv: iuv('01', 1),
      noticeNumber: `3${iuv('01', 1)}`,
      debtor: { codiceFiscale: 'RSSMRA80A01H501U', name: 'Mario Rossi' },
      service: 'tari',
      tipoDovuto: 'MENSA',
      description: 'Mensa scolastica marzo',
      cents: 2_200,
      dueDay: null,
      status: 'paid',
      paidCents: 2_200,
    });
    expect(found).toHaveLength(2);
  });

  it('are narrowed by status and by text', async () => {
    expect(await ask(desk, ['posizioni', '--stato', 'overdue'], positions)).toMatchObject([{ iud: 'b' }]);
    expect(await ask(desk, ['posizioni', '--cerca', 'nessuno'], positions)).toEqual([]);
    const text = await desk.run(['posizioni', '--cerca', iuv('01', 99)]);
    expect(text).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Scaduta, non pagata.*Mario Rossi/) as string,
    });
    expect(await desk.run(['posizioni', '--stato', 'boh'])).toMatchObject({ code: 2 });
  });

  it('leave what the payments tell as it was', async () => {
    expect(await ask(desk, ['pagamenti'], z.array(paymentShape))).toHaveLength(6);
  });

  it('services are listed as the settings have them, and so is what has none', async () => {
    expect(await ask(desk, ['servizi'], z.array(servizioShape))).toEqual([
      { id: 'tari', nome: 'TARI', codici: ['01'], accertamento: '2026/12', capitolo: '100' },
    ]);
    expect(await ask(desk, ['servizi', '--sconosciuti'], z.array(groupShape))).toEqual([]);
    expect(await desk.run(['pagamenti', '--sconosciuti'])).toMatchObject({ code: 2 });
  });
});
