import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aDesk, settle } from './command-line.ts';
import { problemShape } from './shapes.ts';

const proposal = z.looseObject({
  columns: z.array(z.looseObject({ header: z.string(), field: z.string().nullable() })),
  profile: z.looseObject({ name: z.string(), days: z.string().nullable() }),
  questions: z.array(z.looseObject({ code: z.string(), message: z.string() })),
  missing: z.array(z.looseObject({ message: z.string() })),
});

describe('profili', () => {
  const desk = aDesk(settle);
  const list = 'Data;Importo;Causale\n03/04/2026;1.250,00;/PUR/LGPE-RIVERSAMENTO/URI/2026-03-04BINVIT9X-1\n';

  it('proposes, saves, imports, lists and removes', async () => {
    const file = desk.write('estratto.csv', list);
    const refused = await desk.run(['importa', file]);
    expect(refused.code).toBe(3);
    expect(refused.stdout).toContain('profili proponi');

    const proposed = await desk.json(['profili', 'proponi', file]);
    expect(proposed.code).toBe(0);
    const { columns, profile, questions, missing } = proposal.parse(proposed.value);
    expect(columns.map(({ header, field }) => [header, field])).toEqual([
      ['Data', 'day'],
      ['Importo', 'amount'],
      ['Causale', 'causale'],
    ]);
    expect(missing).toEqual([]);
    expect(questions).toMatchObject([{ code: 'days', example: '03/04/2026' }]);
    expect(questions[0]?.message.replaceAll('\u00a0', ' ')).toContain('"mdy"');

    const unanswered = await desk.json([
      'profili',
      'scrivi',
      desk.write('profilo.json', JSON.stringify({ ...profile, name: 'Banca di Prova' })),
    ]);
    expect([unanswered.code, problemShape.parse(unanswered.value).code]).toEqual([3, 'invalid-request']);

    const answered = { ...profile, name: 'Banca di Prova', days: 'dmy' };
    const saved = await desk.json([
      'profili',
      'scrivi',
      desk.write('profilo.json', JSON.stringify(answered)),
    ]);
    expect(saved).toMatchObject({ code: 0, value: answered });
    expect((await desk.run(['importa', file])).stdout).toContain('1 documento importato');
    expect((await desk.json(['profili'])).value).toEqual({ profiles: [answered] });
    expect((await desk.run(['profili'])).stdout).toContain(
      'Banca di Prova (Movimenti di tesoreria): Data «Data», Importo «Importo», Causale «Causale»',
    );
    expect(await desk.json(['profili', 'togli', 'Banca di Prova'])).toMatchObject({
      code: 0,
      value: answered,
    });
    expect((await desk.run(['profili'])).stdout).toBe('Nessun profilo.\n');
  });

  it('proposes another kind of list when asked, and says in words what is missing and open', async () => {
    const file = desk.write('altro.csv', list);
    const { code, stdout } = await desk.run(['profili', 'proponi', file, '--tipo', 'posizioni']);
    expect(code).toBe(0);
    expect(stdout).toContain('Manca la colonna IUV o Numero avviso o IUD.');
    expect(stdout).toContain('Posizioni debitorie');
  });

  it.each([
    [['profili', 'proponi', 'x.csv', '--tipo', 'boh'], 2, 'wrong-usage'],
    [['profili', 'proponi', 'manca.csv'], 3, 'no-columns-to-match'],
    [['profili', 'scrivi', 'manca.json'], 3, 'file-not-found'],
    [['profili', 'togli', 'Mai vista'], 3, 'not-found'],
  ])('%j ends with %i', async (words, expected, problem) => {
    const { code, value } = await desk.json(words);
    expect([code, problemShape.parse(value).code]).toEqual([expected, problem]);
  });
});
