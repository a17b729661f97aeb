import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { machineId } from '../../../src/main/messages/machine.ts';
import { aFolder } from './keys/desk.ts';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the id of this computer', () => {
  it('is made once and stays', () => {
    const folder = join(aFolder(), 'not', 'yet');
    const id = machineId(folder);
    expect(id).toMatch(shape);
    expect(machineId(folder)).toBe(id);
    expect(readdirSync(folder)).toEqual(['questo-computer.txt']);
    expect(statSync(join(folder, 'questo-computer.txt')).mode & 0o777).toBe(0o600);
  });

  it('is another one on another computer', () => {
    expect(machineId(aFolder())).not.toBe(machineId(aFolder()));
  });

  it('that is damaged is another computer', () => {
    const folder = aFolder();
    const id = machineId(folder);
    writeFileSync(join(folder, 'questo-computer.txt'), id.slice(0, 20));
    const next = machineId(folder);
    expect(next).toMatch(shape);
    expect(next).not.toBe(id);
    expect(readFileSync(join(folder, 'questo-computer.txt'), 'utf8')).toBe(next);
  });

  it('is one, whatever number of programs start at once', async () => {
    const folder = aFolder();
    const module = pathToFileURL(join(import.meta.dirname, '../../../src/main/messages/machine.ts')).href;
    const script = `import { machineId } from ${JSON.stringify(module)}; console.log(machineId(process.argv[1]));`;
    const told = await Promise.all(
      Array.from({ length: 4 }, () =>
        promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, folder]),
      ),
    );
    expect(new Set(told.map(({ stdout }) => stdout.trim()))).toEqual(new Set([machineId(folder)]));
  });
});
