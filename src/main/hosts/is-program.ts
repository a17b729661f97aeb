import { accessSync, constants } from 'node:fs';

/** Whether this account may run what stands there. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
