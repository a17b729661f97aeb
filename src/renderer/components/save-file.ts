import type { FetchedFile } from '../../shared/contract/link.ts';

/** Gives a file to the person: the window asks where, or puts it among the downloads. */
export function saveFile({ name, bytes }: FetchedFile): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the bytes after this turn; a minute is enough for any disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
