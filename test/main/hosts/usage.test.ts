import { describe, expect, it } from 'vitest';
import { aDesk } from './command-line.ts';
import { problemShape } from './shapes.ts';

const desk = aDesk();

describe('wrong usage', () => {
  it.each([
    [[], 'Manca il comando', 'cli -- <comando>'],
    [['boh'], '«boh»', 'cli -- <comando>'],
    [['importa'], 'manca un argomento', 'cli -- importa <file'],
    [['annulla'], 'manca un argomento', 'cli -- annulla <numero'],
    [['annulla', '1', '2'], '«2»', 'cli -- annulla <numero'],
    [['annulla', 'uno'], '«uno»', 'cli -- annulla <numero'],
    [['annulla', '0'], '«0»', 'cli -- annulla <numero'],
    [['causale'], 'manca un argomento', 'cli -- causale "<testo>"'],
    [['impostazioni', 'scrivi'], 'manca un argomento', 'cli -- impostazioni scrivi <file.json>'],
    [['demo'], 'manca un argomento', 'cli -- demo <cartella>'],
    [['stato', 'x'], '«x»', 'cli -- stato'],
    [['stato', '--boh'], '--boh', 'cli -- stato'],
    [['stato', '--cerca', 'x'], '--cerca', 'cli -- stato'],
    [['pagamenti', '--stato', 'boh'], '«boh»', 'cli -- pagamenti [--cerca'],
    [['pagamenti', '--cerca'], '--cerca manca il valore', 'cli -- pagamenti [--cerca'],
    [['stato', '--oggi', '2026-02-30'], '«2026-02-30»', 'cli -- stato'],
    [['stato', '--oggi', 'ieri'], '«ieri»', 'cli -- stato'],
  ])('%j ends with 2, one sentence and the right usage', async (words, sentence, usage) => {
    const { code, stdout, stderr } = await desk.run(words);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.split('\n')[0]).toContain(sentence);
    expect(stderr).toContain(`Uso: npm run -s ${usage}`);
  });

  it('names the two commands that begin with a word that is not enough', async () => {
    const { code, stderr } = await desk.run(['impostazioni']);
    expect(code).toBe(2);
    expect(stderr).not.toContain('«impostazioni» non esiste');
    expect(stderr).toContain('impostazioni leggi');
    expect(stderr).toContain('impostazioni scrivi <file.json>');
  });

  it('names the option that does not exist, even without a command', async () => {
    const { code, stderr } = await desk.run(['--versione']);
    expect(code).toBe(2);
    expect(stderr.split('\n')[0]).toContain('--versione');
  });

  it.each([
    [['boh']],
    [['importa']],
    [['stato', '--boh']],
    [['pagamenti', '--stato', 'boh']],
    [['annulla', 'x']],
  ])('%j says it in JSON too', async (words) => {
    const { code, value, stderr } = await desk.json(words);
    expect(code).toBe(2);
    const { message } = problemShape.parse(value);
    expect(message).toMatch(/^[A-ZÀÈÉ«]/);
    expect(message).toMatch(/\.$/);
    expect(stderr).toContain('Uso: npm run -s cli --');
  });
});

describe('options', () => {
  it.each([
    [['--json', 'impostazioni', 'leggi', `--archivio=${desk.archive}`]],
    [['impostazioni', '--json', '--archivio', desk.archive, 'leggi']],
    [['--archivio', desk.archive, 'impostazioni', 'leggi', '--oggi=2026-03-10', '--json']],
  ])('may stand anywhere: %j', async (words) => {
    const { code, stdout } = await desk.run(words);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ ente: null, codiciPropri: [], altriPartner: [], servizi: [] });
  });

  it('do not take another option as their value', async () => {
    const { code, stderr } = await desk.run(['pagamenti', '--cerca', '--json']);
    expect(code).toBe(2);
    expect(stderr).toContain('--cerca manca il valore');
  });

  it('are words after --', async () => {
    const { code, stdout } = await desk.run(['causale', '--', '--json']);
    expect(code).toBe(0);
    expect(stdout).toBe('non pagoPA\n');
  });

  it('explain a command when asked', async () => {
    const one = await desk.run(['importa', '--aiuto']);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout).toContain('Uso: npm run -s cli -- importa <file o cartella>');
    const all = await desk.run(['--aiuto']);
    for (const name of ['impostazioni leggi', 'importazioni', 'annulla', 'provvisori', 'verifica', 'demo'])
      expect(all.stdout).toContain(`\n  ${name}`);
  });
});
