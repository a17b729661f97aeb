import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demoComune } from '../../../demo/comune.ts';
import { complain, refuse } from '../answers.ts';
import type { Command, CommandContext } from '../command.ts';
import { dashboardText } from '../dashboard-text.ts';
import { importPaths } from './importa.ts';

export const demo: Command = {
  name: 'demo',
  usage: '<cartella>',
  does: 'scrive i documenti di un Comune inventato e li importa in un registro di prova',
  words: [1, 1],
  async run({ words: [word = ''] }, context) {
    const folder = context.resolve(word);
    const papers = join(folder, 'documenti');
    const own = context.folderNamed ? context : context.at(join(folder, 'archivio'));
    if (!context.folderNamed) startAgain(folder);
    const { files, settings } = demoComune(context.today);

    const core = own.core();
    const before = await core.call('settings.read', {});
    if (!before.ok) return complain(context, before.problem);
    const ente = before.value.ente?.codiceFiscale;
    if (ente !== undefined && ente !== settings.ente?.codiceFiscale)
      return refuse(
        context,
        'ledger-of-another-ente',
        'Il registro indicato è di un ente vero: i dati finti non vi entrano. Indicare un altro archivio.',
      );
    for (const { path, bytes } of files) {
      mkdirSync(dirname(join(papers, path)), { recursive: true });
      writeFileSync(join(papers, path), bytes);
    }
    if (ente === undefined) {
      const written = await core.call('settings.write', { settings: settings });
      if (!written.ok) return complain(context, written.problem);
    }
    const code = await importPaths(own, [papers]);
    if (!context.json) await printRest(own, papers);
    return code;
  },
};

const mark = '.demo-tre-pallini';

/**
 * Each demo begins fresh: what an earlier one left in this folder goes, and only that; a folder without our mark
 * is left as it is.
 */
function startAgain(folder: string): void {
  if (existsSync(join(folder, mark)))
    for (const name of ['archivio', 'documenti'])
      rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, mark), 'Questa cartella contiene dati inventati.\n');
}

async function printRest(context: CommandContext, papers: string): Promise<void> {
  const dashboard = await context.core().call('dashboard.read', {});
  if (dashboard.ok) context.print(`\n${dashboardText(dashboard.value)}`);
  context.print(`\nI documenti sono in ${papers}\nIl registro è in ${context.folder}`);
}
