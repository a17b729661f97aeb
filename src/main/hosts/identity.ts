import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';

/** Who is at the computer, as the operating system calls them. */
export function author(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry: containers, some directory services.
    return 'sconosciuto';
  }
}

/** The version of the program: what the nearest package above this file says. */
export function version(folder: string = import.meta.dirname): string {
  for (let at = folder; ; at = dirname(at)) {
    const told = versionIn(join(at, 'package.json'));
    if (told !== null) return told;
    if (dirname(at) === at) throw new Error('the program does not know its version');
  }
}

function versionIn(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const told: unknown = JSON.parse(text);
  return typeof told === 'object' && told !== null && 'version' in told ? String(told.version) : null;
}
