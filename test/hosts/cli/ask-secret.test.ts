import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { askSecret, type SecretInput } from '../../../src/main/hosts/cli/ask-secret.ts';

describe('a secret that is typed', () => {
  it.each<[string, string[], string | null]>([
    ['ends with Enter', ['segreta\r'], 'segreta'],
    ['comes key by key', ['s', 'e', 'i', '\n'], 'sei'],
    ['may be put right', ['sbx', '\x7f', '\b', 'ei\r'], 'sei'],
    ['no more is taken back than was typed', ['\x7f\x7fsei\r'], 'sei'],
    ['may be begun anew', ['sbagliata\x15giusta\r'], 'giusta'],
    ['is what is pasted, without the marks of pasting', ['\x1b[200~incollata\x1b[201~\r'], 'incollata'],
    ['knows no arrows', ['a\x1b[Db\x1bOAc\r'], 'abc'],
    ['may be empty', ['\r'], ''],
    ['is given up with Ctrl+C', ['qualcosa\x03'], null],
    ['is given up with Ctrl+D', ['\x04'], null],
    ['ends with Ctrl+D as well', ['sei\x04'], 'sei'],
    ['takes back letters of several bytes whole', ['perché€\x7f\r'], 'perché'],
  ])('%s', async (_what, pieces, expected) => {
    const { input, output, modes, said } = aTerminal();
    const asked = askSecret('Frase: ', input, output);
    for (const piece of pieces) input.write(piece);
    expect(await asked).toBe(expected);
    expect(said()).toBe('Frase: \n');
    expect(modes).toEqual([true, false]);
  });

  it('is whole when a letter comes in two pieces', async () => {
    const { input, output } = aTerminal();
    const asked = askSecret('', input, output);
    const bytes = Buffer.from('è così\r');
    input.write(bytes.subarray(0, 1));
    input.write(bytes.subarray(1));
    expect(await asked).toBe('è così');
  });

  it('leaves what follows for the next question, and no listener behind', async () => {
    const { input, output } = aTerminal();
    input.write('prima\r\nseconda\r');
    expect(await askSecret('1', input, output)).toBe('prima');
    expect(await askSecret('2', input, output)).toBe('seconda');
    expect(['data', 'end', 'error'].map((event) => input.listenerCount(event))).toEqual([0, 0, 0]);
  });

  it('leaves the terminal as it was when it goes away', async () => {
    const { input, output, modes } = aTerminal();
    const asked = askSecret('', input, output);
    input.destroy(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    expect(modes).toEqual([true, false]);
  });
});

describe('a secret that a script hands over', () => {
  it.each<[string, string[], string | null]>([
    ['is one line', ['segreta\nresto\n'], 'segreta'],
    ['of Windows too', ['\uFEFFsegreta\r\n'], 'segreta'],
    ['needs no end', ['seg', 'reta'], 'segreta'],
    ['keeps its blanks', [' a b \n'], ' a b '],
    ['is nothing when there is nothing', [], null],
    ['or an empty line', ['\n'], null],
  ])('%s', async (_what, pieces, expected) => {
    const output = new PassThrough();
    expect(await askSecret('Frase: ', Readable.from(pieces.map((piece) => Buffer.from(piece))), output)).toBe(
      expected,
    );
    expect(output.read()).toBeNull();
  });

  it('line by line answers several questions, and then there is nothing', async () => {
    const input = Readable.from([Buffer.from('uno\ndue')]);
    expect([await askSecret('', input), await askSecret('', input), await askSecret('', input)]).toEqual([
      'uno',
      'due',
      null,
    ]);
  });

  it('by a real pipe, after which the program can end', async () => {
    const module = pathToFileURL(join(import.meta.dirname, '../../../src/main/hosts/cli/ask-secret.ts')).href;
    const script = `import { askSecret } from ${JSON.stringify(module)}; console.log(JSON.stringify(await askSecret('?')));`;
    const told = await new Promise<string>((resolve, reject) => {
      const child = execFile(
        process.execPath,
        ['--input-type=module', '-e', script],
        { timeout: 10_000 },
        (error, stdout, stderr) => (error === null ? resolve(stdout + stderr) : reject(error)),
      );
      // The pipe stays open: the program must not wait for its end.
      child.stdin?.write('dal tubo\n');
    });
    expect(told).toBe('"dal tubo"\n');
  });
});

function aTerminal(): {
  input: PassThrough & SecretInput;
  output: PassThrough;
  modes: boolean[];
  said: () => string;
} {
  const modes: boolean[] = [];
  const output = new PassThrough();
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean) => void modes.push(raw),
  });
  return { input, output, modes, said: () => String(output.read() ?? '') };
}
