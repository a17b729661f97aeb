import { beforeAll, describe, expect, it } from 'vitest';
import { aDesk } from './command-line.ts';
import { flusso, otherEnte, ourSettings } from './papers.ts';
import { problemShape } from './shapes.ts';

describe('impostazioni', () => {
  const desk = aDesk();
  const write = (content: string): Promise<{ code: number | null; value: unknown }> =>
    desk.json(['impostazioni', 'scrivi', desk.write('prova.json', content)]);

  it('reads what was written, field by field', async () => {
    const written = await write(JSON.stringify(ourSettings));
    expect(written).toMatchObject({ code: 0, value: ourSettings });
    const read = await desk.json(['impostazioni', 'leggi']);
    expect(read.value).toEqual(ourSettings);
    const text = await desk.run(['impostazioni', 'leggi']);
    expect(text.stdout).toContain(
      `Ente: ${ourSettings.ente.denominazione} (${ourSettings.ente.codiceFiscale})`,
    );
  });

  it('takes segregation codes, application codes and literal prefixes in the three lists', async () => {
    const codici = ['01', 'app:02', 'RF12', '3401'];
    const servizi = [{ id: 'a', nome: 'A', codici }];
    const altriPartner = codici.map((_, i) => ({ codice: `0${i + 5}`, nome: `P${i}` }));
    const written = await write(
      JSON.stringify({ ...ourSettings, codiciPropri: codici, servizi, altriPartner }),
    );
    expect(written.value).toEqual({ ...ourSettings, codiciPropri: codici, servizi, altriPartner });
  });

  describe('what is none', () => {
    let before: unknown;
    beforeAll(async () => {
      before = (await desk.json(['impostazioni', 'leggi'])).value;
    });

    it.each([
      '{',
      '',
      '[]',
      'null',
      '{"codiciPropri":[1]}',
      '{"ente":{"codiceFiscale":"123","denominazione":"X"}}',
      '{"boh":1}',
    ])('is refused and what was there is kept: %j', async (content) => {
      const { code, value } = await write(content);
      expect(code).toBe(3);
      problemShape.parse(value);
      expect((await desk.json(['impostazioni', 'leggi'])).value).toEqual(before);
    });
  });

  it('says what is wrong in Italian, and where', async () => {
    const { value } = await write(
      '{"ente":{"codiceFiscale":"123","denominazione":""},"codiciPropri":"01","boh":1}',
    );
    const { message } = problemShape.parse(value);
    expect(message).toContain('codiceFiscale');
    expect(message).not.toMatch(/Invalid|expected|Unrecognized|Too small/);
  });

  it('takes a file that begins with a byte order mark', async () => {
    expect(await write(`\uFEFF${JSON.stringify(ourSettings)}`)).toMatchObject({ code: 0 });
  });

  it('names the file that does not exist', async () => {
    const { code, stdout, stderr } = await desk.run(['impostazioni', 'scrivi', 'manca.json']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('manca.json non esiste');
  });

  it('tells of a codice fiscale whose check character is wrong, on stderr', async () => {
    const ente = { codiceFiscale: '90901230377', denominazione: 'Comune' };
    const file = desk.write('cf.json', JSON.stringify({ ente }));
    const { code, value, stderr } = await desk.json(['impostazioni', 'scrivi', file]);
    expect(code).toBe(0);
    expect(value).toMatchObject({ ente });
    expect(stderr).toContain('90901230377');
  });

  it('does not change ente under documents', async () => {
    await write(JSON.stringify(ourSettings));
    await desk.run(['importa', desk.write('f.xml', flusso('2026-03-04BINVIT9X-01', [{ n: 1, cents: 100 }]))]);
    const other = { ...ourSettings, ente: { codiceFiscale: otherEnte, denominazione: 'Altro' } };
    const { code, value } = await write(JSON.stringify(other));
    expect(code).toBe(3);
    expect(problemShape.parse(value).code).toBe('ente-in-use');
    expect((await desk.json(['impostazioni', 'leggi'])).value).toEqual(ourSettings);
  });
});
