import { readdirSync, statSync } from 'node:fs';
import { arch, cpus, freemem, homedir, release, totalmem, type as system, version as edition } from 'node:os';
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract/api.ts';
import { scrub } from '../../shared/domain/scrub.ts';
import { ok } from '../../shared/domain/result.ts';
import { quickDamage } from '../ledger/integrity.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { readPreferences } from '../ledger/preferences.ts';
import { readSettings } from '../ledger/settings.ts';
import { countsOf, versionsOf } from '../ledger/size.ts';
import type { Environment } from './environment.ts';

const lastLines = 300;

/** What whoever cares for the program needs to find a fault: figures and codes, and nobody's name. */
export function diagnosisHandlers(environment: Environment): Pick<Handlers, 'diagnosis.make'> {
  return {
    async 'diagnosis.make'() {
      const log = environment.logTail(lastLines);
      const text = JSON.stringify(await diagnosis(environment, log), null, 2);
      const name = 'tre-pallini-diagnosi.json';
      const parcel = environment.parcels.offer({ name, bytes: new TextEncoder().encode(`${text}\n`) });
      return ok({ parcel, name, rows: log.length });
    },
  };
}

async function diagnosis(environment: Environment, log: readonly string[]) {
  const { version, demo, folder, backups } = environment;
  const opened = await environment.ledger();
  return {
    diagnosi: 1,
    fatta: environment.now(),
    programma: version,
    versioni: pick(process.versions, ['node', 'electron', 'chrome', 'v8', 'napi']),
    sistema: { nome: system(), rilascio: release(), edizione: edition(), architettura: arch() },
    macchina: { processori: cpus().length, memoria: totalmem(), libera: freemem() },
    lingua: Intl.DateTimeFormat().resolvedOptions().locale,
    fuso: Intl.DateTimeFormat().resolvedOptions().timeZone,
    finto: demo,
    // The way to it may bear anybody's name.
    cartella: { dellUtente: folder.startsWith(homedir()), inRete: /^[\\/]{2}/.test(folder) },
    file: [...sizesIn(folder), ...sizesIn(join(folder, 'log'))],
    copie: { quante: sizesIn(join(folder, 'copie')).length, guai: backups.trouble().map(({ code }) => code) },
    piuVecchio: environment.older()?.why ?? null,
    registro: opened.ok ? ledgerTold(opened.value) : { problema: opened.problem.code },
    // Already without codes when it was written; whoever reads this file must not have to trust that.
    eventi: log.map((line) => scrub(line)),
  };
}

function ledgerTold(ledger: ReadableLedger) {
  const { ente, codiciPropri, altriPartner, servizi } = readSettings(ledger);
  return {
    ...versionsOf(ledger),
    integrita: quickDamage(ledger),
    righe: countsOf(ledger),
    impostazioni: {
      ente: ente !== null,
      codiciPropri: codiciPropri.length,
      altriPartner: altriPartner.length,
      servizi: servizi.length,
    },
    // Their names only: a saved filter may have somebody's name in it.
    preferenze: readPreferences(ledger).map(({ key }) => scrub(key)),
  };
}

/** The names of our own files and of nobody else's. */
function sizesIn(folder: string): { readonly nome: string; readonly byte: number }[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // The same folder that could not be opened above, and of which that is told.
    return [];
  }
  return names
    .filter((name) => ownFile.test(name))
    .map((nome) => ({ nome, byte: statSync(join(folder, nome), { throwIfNoEntry: false })?.size ?? 0 }));
}

const ownFile = /^(tre-pallini[\w.-]*|copie\.json|invii\.jsonl|eventi[\w.]*\.log)$/;

function pick(all: NodeJS.ProcessVersions, names: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, all[name] ?? null]));
}
