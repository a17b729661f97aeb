import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createCore } from '../../../src/main/core.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { aFolder } from '../../helpers/small-ledger.ts';

it('what a killed program left half done goes at the next start, and what a living one makes stays', async () => {
  const place = aFolder();
  const folder = join(place, 'archivio');
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const places = [folder, join(folder, 'copie'), join(folder, 'in-partenza'), join(place, 'computer')];
  const [left, made] = [places.map(draft(dead)), places.map(draft(process.pid))];
  for (const file of [...left, ...made]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'half');
  }

  const core = createCore({
    folder,
    demo: false,
    author: 'c.bianchi',
    version: '1.2.3',
    alone: false,
    office: {
      folder: join(place, 'computer'),
      environment: {},
      os: null,
      takeTurn() {
        throw new Error('nothing is sent');
      },
    },
    today: () => '2026-03-10' as Day,
    now: () => '2026-03-10T10:00:00.000Z',
    onDefect(_incident, operation, error) {
      throw new Error(operation, { cause: error });
    },
  });

  expect(left.filter((file) => existsSync(file))).toEqual([]);
  expect(made.filter((file) => !existsSync(file))).toEqual([]);
  await core.close();
});

function draft(pid: number): (where: string) => string {
  return (where) => join(where, `.tre-pallini-${pid}-0123abcd.parziale`);
}
