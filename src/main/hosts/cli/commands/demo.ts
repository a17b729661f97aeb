import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { complain, refuse } from '../answers.ts';
import type { Command, CommandContext } from '../command.ts';
import { dashboardText } from '../dashboard-text.ts';
import { importParcels } from './importa.ts';

export const demo: Command = {
  name: 'demo',
  usage: '<cartella>',
  does: 'scrive i documenti di un Comune inventato e li importa in un registro di prova',
  words: [1, 1],
  async run({ words: [word = ''] }, context) {
    const folder = context.resolve(word);
    const claimed = claimFolder(folder, context.folderNamed ? ['documenti'] : ['documenti', 'archivio']);
    if (claimed !== null) return refuse(context, claimed, claims[claimed]);
    const own = context.folderNamed ? context : context.at(join(folder, 'archivio'));
    const { demoComune } = await import('../../../demo/comune.ts');
    const { files, settings } = demoComune(context.today);

    const core = own.core();
    const before = await core.call('settings.read', {});
    if (!before.ok) return complain(context, before.problem);
    const ente = before.value.ente?.codiceFiscale;
    if (ente !== undefined && ente !== settings.ente?.codiceFiscale)
      return refuse(
        context,
        'ledger-of-another-ente',
        'Il registro indicato è di un ente vero: i dati finti non vi entrano. Non è cambiato nulla: indicare un altro archivio.',
      );
    const papers = join(folder, 'documenti');
    for (const { path, bytes } of files) {
      mkdirSync(dirname(join(papers, path)), { recursive: true });
      writeFileSync(join(papers, path), bytes);
    }
    if (ente === undefined) {
      const written = await core.call('settings.write', { settings });
      if (!written.ok) return complain(context, written.problem);
    }
    const code = await importParcels(
      own,
      files.map(({ path }) => ({ path: join(papers, path), name: path })),
    );
    if (code === 0 && !context.json) await printRest(own, papers);
    return code;
  },
};

const mark = '.demo-tre-pallini';

const claims = {
  'not-a-folder':
    'Il nome indicato è di un file, non di una cartella. Non è cambiato nulla: indicare una cartella.',
  'folder-in-use':
    'La cartella contiene già dei documenti o un archivio che non sono della prova. Non è cambiato nulla: indicare una cartella nuova.',
} as const;

/**
 * Makes the folder ours and each demo fresh: what an earlier one left goes, and only that. A folder that holds
 * anything of these names without our mark belongs to somebody, and is left as it is.
 */
function claimFolder(folder: string, names: readonly string[]): keyof typeof claims | null {
  if (existsSync(folder) && !statSync(folder).isDirectory()) return 'not-a-folder';
  const isOurs = existsSync(join(folder, mark));
  const taken = existsSync(folder) ? readdirSync(folder) : [];
  if (!isOurs && names.some((name) => taken.includes(name))) return 'folder-in-use';
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, mark), 'Questa cartella contiene dati inventati.\n');
  return null;
}

async function printRest(context: CommandContext, papers: string): Promise<void> {
  const dashboard = await context.core().call('dashboard.read', {});
  if (dashboard.ok) context.print(`\n${dashboardText(dashboard.value)}`);
  context.print(`\nI documenti sono in ${papers}\nIl registro è in ${context.folder}`);
}
