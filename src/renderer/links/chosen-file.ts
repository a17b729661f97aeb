import type { ChosenFile } from '../../shared/contract/link.ts';

/** A piece of a file; null when it cannot be read any more, or is not as long as it was. */
export async function bytesOf(file: ChosenFile, from: number, to: number): Promise<ArrayBuffer | null> {
  try {
    const bytes = await file.slice(from, to).arrayBuffer();
    return bytes.byteLength === to - from ? bytes : null;
  } catch {
    return null;
  }
}
