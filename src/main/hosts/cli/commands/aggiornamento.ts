import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sayNextStep, sayVerified } from '../../../../shared/wording/updates.ts';
import { answer, complain } from '../answers.ts';
import type { Command } from '../command.ts';

export const aggiornamentoVerifica: Command = {
  name: 'aggiornamento verifica',
  usage: '<file>',
  does: 'controlla il file di una versione nuova con il suo SHA256SUMS accanto, copia il registro e dice come si installa',
  words: [1, 1],
  async run({ words: [word = ''] }, context) {
    const path = context.resolve(word);
    const beside = ['SHA256SUMS', 'SHA256SUMS.firma'].map((name) => join(dirname(path), name));
    const core = context.core();
    const parcels = [path, ...beside.filter((file) => existsSync(file))].map((file) =>
      core.handOver({ path: file, name: basename(file) }),
    );
    const verified = await core.call('updates.verify', { parcels }, { signal: context.signal });
    if (!verified.ok) return complain(context, verified.problem);
    const next = sayNextStep(verified.value.kind, verified.value.name);
    return answer(context, { ...verified.value, next }, (update) =>
      [sayVerified(update), `Copia del registro: ${update.copy}`, next].join('\n'),
    );
  },
};
