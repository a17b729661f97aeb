import { describe, expect, it } from 'vitest';
import { aRelease } from '../../helpers/releases.ts';
import { aDesk } from './command-line.ts';

describe('aggiornamento verifica', () => {
  const desk = aDesk();
  const writeAll = (files: Readonly<Record<string, Buffer>>, folder: string): void => {
    for (const [name, bytes] of Object.entries(files)) desk.write(`${folder}/${name}`, bytes);
  };

  it('finds the checksums beside the file, copies the ledger and says how it is installed', async () => {
    const { name, files } = aRelease('9.1.0');
    writeAll(files, 'nuova');
    const told = await desk.run(['aggiornamento', 'verifica', desk.path(`nuova/${name}`)]);
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout).toContain(`«${name}» è la versione 9.1.0`);
    expect(told.stdout).toContain('Copia del registro: ');
    expect(told.stdout).toContain('i dati restano dove sono');
  });

  it('refuses an older one, and one without checksums, with a sentence', async () => {
    const old = aRelease('0.0.1');
    writeAll(old.files, 'vecchia');
    const { code, stdout } = await desk.run([
      '--json',
      'aggiornamento',
      'verifica',
      desk.path(`vecchia/${old.name}`),
    ]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ code: 'update-not-newer', version: '0.0.1' });
    const bare = aRelease('9.1.0');
    writeAll({ [bare.name]: bare.files[bare.name] ?? Buffer.alloc(0) }, 'sola');
    const told = await desk.run(['aggiornamento', 'verifica', desk.path(`sola/${bare.name}`)]);
    expect(told.code).toBe(3);
    expect(told.stderr).toContain('manca il file SHA256SUMS');
  });
});
