import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sayWatchNotice } from '../../../../shared/wording/watch.ts';
import { complain, refuse } from '../answers.ts';
import type { Command } from '../command.ts';
import { printNow, untilStopped } from '../run-on.ts';
import { reportText } from '../import-text.ts';
import { errorLine, toldError } from '../../log/told-error.ts';

export const sorveglia: Command = {
  name: 'sorveglia',
  usage: '<cartella>',
  does: 'importa da sé ciò che si salva in una cartella, e dice che cosa ne è stato, fino a Ctrl+C',
  words: [1, 1],
  async run({ words: [word = ''] }, context) {
    const folder = context.resolve(word);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      return refuse(context, 'folder-refused', `La cartella «${folder}» non c’è. Non è cambiato nulla.`);
    const core = context.core();
    const settings = await core.call('settings.read', {});
    if (!settings.ok) return complain(context, settings.problem);
    const { openMemory } = await import('../../watch/memory.ts');
    const { createWatch } = await import('../../watch/watch-folder.ts');
    const watch = createWatch({
      core,
      folder,
      memory: openMemory(join(context.folder, 'cartella-sorvegliata.json'), folder),
      clock: () => performance.now(),
      tell(notice) {
        const message = sayWatchNotice(notice);
        const report = notice.code === 'watch-imported' ? notice.report : null;
        printNow(
          context,

          context.json
            ? JSON.stringify({ ...notice, message })
            : [message, ...(report === null ? [] : reportText(report))].join('\n'),
        );
      },
      onDefect: (error) => context.note(errorLine(toldError(error))),
    });
    watch.start();
    context.note(`Si sorveglia «${folder}» (Ctrl+C per chiudere).`);
    await untilStopped(context);
    await watch.close();
    return 0;
  },
};
