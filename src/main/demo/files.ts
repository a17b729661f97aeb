import type { GiornaleDraft } from './giornale-draft.ts';
import { drawUpGiornali } from './giornali.ts';
import type { Stage } from './stage.ts';
import { flussoXml } from './write-flusso.ts';
import { giornalePages, giornaleXml } from './write-giornale.ts';
import { ricevutaXml } from './write-ricevuta.ts';
import { declaration } from './xml-lines.ts';
import { zip } from './zip.ts';
import type { ZipEntry } from './zip.ts';

/** A file of the demo; `path` is relative and uses `/`. */
export interface DemoFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The papers of the office, in the mixture of containers in which they would reach a clerk. */
export function demoFiles(stage: Stage): DemoFile[] {
  return [...giornaleFiles(stage), ...flussoFiles(stage), ...ricevutaFiles(stage)];
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

function giornaleFiles({ office }: Stage): DemoFile[] {
  const drafts = drawUpGiornali(office.treasury.days());
  return drafts.map((draft, position) => {
    const path = `giornali/giornale-di-cassa-${draft.to}`;
    const left = drafts.length - position;
    if (left === 5) return { path: `${path}.zip`, bytes: twoPages(draft) };
    if (left === 7) return { path: `${path}.xml`, bytes: encoded(draft, 'ISO-8859-1') };
    if (left === 9) return { path: `${path}.xml`, bytes: encoded(draft, 'UTF-16') };
    return { path: `${path}.xml`, bytes: utf8(giornaleXml(draft)) };
  });
}

function twoPages(draft: GiornaleDraft): Uint8Array {
  const pages = giornalePages(draft, 2);
  return zip(pages.map((page, index) => ({ name: `GDC-pagina-${index + 1}.xml`, bytes: utf8(page) })));
}

function encoded(draft: GiornaleDraft, encoding: 'ISO-8859-1' | 'UTF-16'): Uint8Array {
  const text = giornaleXml({ ...draft, declaration: declaration(encoding) });
  return encoding === 'UTF-16' ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text, 'latin1');
}

/** The older half of the flows in one archive, the others loose. */
function flussoFiles({ office, back }: Stage): DemoFile[] {
  const files = office.flussi.map((draft) => {
    const revision = draft.revision === undefined || draft.revision === 1 ? '' : `.${draft.revision}`;
    const bytes = utf8(flussoXml(draft));
    return { day: draft.iuf.slice(0, 10), name: `${draft.iuf}${revision}.xml`, bytes };
  });
  const old = files.filter((file) => file.day < back(14));
  const recent = files.filter((file) => file.day >= back(14));
  return [
    { path: `flussi/flussi-fino-al-${back(14)}.zip`, bytes: zip(old) },
    ...recent.map(({ name, bytes }) => ({ path: `flussi/${name}`, bytes })),
  ];
}

/** Two archives of receipts, and the latest ones loose, as they come by mail. */
function ricevutaFiles({ office, back }: Stage): DemoFile[] {
  const entries = office.ricevute.map((draft) => {
    const name = `RT/${draft.iuv}_${draft.receiptId ?? ''}.xml`;
    return { day: draft.paidOn, entry: { name, bytes: utf8(ricevutaXml(draft)) } satisfies ZipEntry };
  });
  const of = (from: string, to: string): ZipEntry[] =>
    entries.filter(({ day }) => day >= from && day < to).map(({ entry }) => entry);
  const loose = of(back(1), '9999');
  return [
    { path: `ricevute/ricevute-prima-del-${back(14)}.zip`, bytes: zip(of('', back(14))) },
    { path: `ricevute/ricevute-dal-${back(14)}.zip`, bytes: zip(of(back(14), back(1))) },
    ...loose.map(({ name, bytes }) => ({ path: name.replace('RT/', 'ricevute/'), bytes })),
  ];
}
