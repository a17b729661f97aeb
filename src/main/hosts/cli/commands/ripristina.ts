import { basename } from 'node:path';
import type { Output } from '../../../../shared/contract/api.ts';
import { many } from '../../../../shared/wording/figures.ts';
import { now } from '../../clock.ts';
import { takeLock } from '../../lock.ts';
import { answer, complain } from '../answers.ts';
import type { Command } from '../command.ts';

export const ripristina: Command = {
  name: 'ripristina',
  usage: '<copia>',
  does: 'mette una copia di sicurezza al posto del registro; quello di adesso si tiene da parte',
  words: [1, 1],
  async run({ words: [word = ''] }, context) {
    // A window would go on with a ledger that is not there any more.
    const lock = takeLock(context.folder, 'restore', now());
    if (!lock.ok) return complain(context, lock.problem);
    try {
      const path = context.resolve(word);
      const core = context.core();
      const parcel = core.handOver({ path, name: basename(path) });
      const restored = await core.call('backups.restore', { parcel });
      if (!restored.ok) return complain(context, restored.problem);
      const { source, ...told } = restored.value;
      return answer(context, { file: source, ...told, messagesHeld: true }, () => text(restored.value));
    } finally {
      lock.value.release();
    }
  },
};

function text({ source, kept, wasDamaged, documents }: Output<'backups.restore'>): string {
  return [
    `Ripristinato da ${source}: ${many(documents, 'documento', 'documenti')}.`,
    kept === null
      ? 'Qui non c’era nessun registro.'
      : `Il registro ${wasDamaged ? 'guasto' : 'di prima'} è rimasto in ${kept}; per tornare indietro: «ripristina» con quel file.`,
    'I messaggi ai cittadini sono fermi: guardare la coda, poi «messaggi riprendi».',
  ].join('\n');
}
