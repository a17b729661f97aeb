import { getFileNameLowLevel, validateFileName, type Entry } from 'yauzl';

/** An entry's name, and whether it may be opened: it is never written to disk, but a treacherous one is refused. */
export type EntryName =
  | { readonly kind: 'file'; readonly name: string }
  /** Folders and what macOS and Windows leave behind. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly name: string };

const longestName = 512;

/** Decodes and judges the name of an entry. Backslashes count as slashes, as .NET once wrote them. */
export function judgeName(entry: Entry): EntryName {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  const isTreacherous =
    name === '' ||
    name.length > longestName ||
    validateFileName(name) !== null ||
    // A colon names a drive or, on Windows, a stream hidden behind another file.
    name.includes(':') ||
    hasControls(name);
  if (isTreacherous || isLink(entry)) return { kind: 'refused', name: name.slice(0, 120) };
  return name.endsWith('/') || isLeftBehind(name) ? { kind: 'ignored' } : { kind: 'file', name };
}

function isLeftBehind(name: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return (
    /(?:^|\/)__MACOSX\//.test(name) ||
    last.startsWith('._') ||
    last === '.ds_store' ||
    last === 'thumbs.db' ||
    last === 'desktop.ini'
  );
}

/**
 * True for the name of an entry that only tells about an export: GovPay puts `metadata.json` beside its tables and
 * folders. Anywhere else a file of that name may be a document.
 */
export function createMetadataTest(names: readonly string[]): (name: string) => boolean {
  const ofGovPay = new Set(names.filter((name) => govPay.test(name)).map((name) => name.replace(govPay, '')));
  return (name) => metadata.test(name) && ofGovPay.has(name.replace(metadata, ''));
}

/** What GovPay's export holds, after the folder in which it may stand. */
const govPay = /(?:^|(?<=\/))(?:govpay_\w+\.csv|(?:RT|FlussiRendicontazione)\/.*)$/;
const metadata = /(?:^|(?<=\/))metadata\.json$/;

/** A symbolic link, by the Unix mode in the upper half of the external attributes. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

function hasControls(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) < 32) return true;
  return false;
}
