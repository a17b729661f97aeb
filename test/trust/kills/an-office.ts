import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ourSettings } from '../../main/hosts/papers.ts';
import { aPlace, coreOn } from './act.ts';
import { before, putDown } from './kinds.ts';

/** A folder with the archive of an office that works: its settings, and the papers of some days. */
export async function anOffice(papers = [before]): Promise<{ place: string; archive: string }> {
  const place = aPlace();
  const archive = join(place, 'archivio');
  mkdirSync(archive);
  const core = coreOn(archive);
  await core.call('settings.write', { settings: ourSettings });
  for (const [n, drop] of papers.entries()) {
    const folder = join(place, `carte-${n}`);
    putDown(folder, drop);
    const parcels = Object.keys(drop).map((name) => core.handOver({ path: join(folder, name), name }));
    const imported = await core.call('documents.import', { parcels });
    if (!imported.ok || imported.value.importedAt === null) throw new Error(JSON.stringify(imported));
  }
  await core.close();
  return { place, archive };
}
