import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDay } from '../../shared/domain/day.ts';
import type { Build } from '../core.ts';

/** What the build left beside the program; a program that runs from its sources has neither. */
export function built(folder: string = import.meta.dirname): {
  readonly build: Build | null;
  notices(): Uint8Array | null;
} {
  return { build: buildIn(folder), notices: () => bytesOf(join(folder, 'licenze.txt')) };
}

function buildIn(folder: string): Build | null {
  const bytes = bytesOf(join(folder, 'build.json'));
  if (bytes === null) return null;
  const told: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof told !== 'object' || told === null || !('commit' in told) || !('day' in told)) return null;
  const { commit, day } = told;
  return typeof commit === 'string' && typeof day === 'string' && isDay(day) ? { commit, day } : null;
}

function bytesOf(file: string): Uint8Array | null {
  return existsSync(file) ? readFileSync(file) : null;
}
