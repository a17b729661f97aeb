import { writeFileSync } from 'node:fs';
import { isOfFiles } from '../../../disk/errors.ts';
import { answer, complain, refuse } from '../answers.ts';
import type { Command } from '../command.ts';

export const diagnosi: Command = {
  name: 'diagnosi',
  usage: '[--out <file>]',
  does: 'versioni, dimensioni, conteggi e ultimi eventi, senza dati di persone, da mandare a chi cura il programma',
  words: [0, 0],
  options: ['out'],
  async run({ options }, context) {
    const made = await context.core().call('diagnosis.make', {});
    if (!made.ok) return complain(context, made.problem);
    const told = context.core().collect(made.value.parcel);
    if (told === null) throw new Error('a file that was just made is gone');
    const out = options['out'];
    if (out === undefined) {
      context.print(new TextDecoder().decode(told.bytes).trimEnd());
      return 0;
    }
    const file = context.resolve(out);
    try {
      writeFileSync(file, told.bytes);
    } catch (error) {
      if (!isOfFiles(error)) throw error;
      return refuse(
        context,
        'target-refused',
        `Il file «${file}» non si lascia scrivere. Non è cambiato nulla: indicarne un altro.`,
      );
    }
    return answer(context, { file }, () => `Scritto ${file}: non contiene dati di persone, si può mandare.`);
  },
};
