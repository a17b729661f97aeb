import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { many, sayBytes } from '../../../../shared/wording/figures.ts';
import { answer, complain } from '../answers.ts';
import type { Command } from '../command.ts';

export const copia: Command = {
  name: 'copia',
  usage: '<cartella o file>',
  does: 'fa una copia di sicurezza del registro, controllata, da tenere su un altro disco',
  words: [1, 1],
  async run({ words: [word = ''] }, context) {
    const path = context.resolve(word);
    const made = await context.core().copyTo(isFile(word, path) ? { file: path } : { folder: path });
    if (!made.ok) return complain(context, made.problem);
    const { file, manifest } = made.value;
    const { name: _name, format: _format, ...told } = manifest;
    return answer(
      context,
      { file, ...told },
      () =>
        `Copia fatta e controllata: ${file} (${sayBytes(told.bytes)}, ${many(told.documents, 'documento', 'documenti')}).\nImpronta SHA-256: ${told.sha256}`,
    );
  },
};

/** What has an ending is a file; what has none, or is a folder already, is a folder. */
function isFile(word: string, path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true || /[/\\]$/.test(word)) return false;
  return extname(path) !== '';
}
