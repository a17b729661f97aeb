import { expect, it } from 'vitest';
import type { CommandContext } from '../../../src/main/hosts/cli/command.ts';
import { noteProgress } from '../../../src/main/hosts/cli/progress.ts';

it('says how far the work is, and nothing twice in a row', () => {
  const said: string[] = [];
  const tell = noteProgress({
    note: (line: string) => said.push(line),
  } as Partial<CommandContext> as CommandContext);
  const reading = { step: 'read', unit: 'bytes', total: 1_000, file: 'gdc.xml' } as const;
  for (const done of [90, 90, 99, 100, 100]) tell({ ...reading, done });
  tell({ ...reading, done: 90 });
  expect(said).toEqual(['Lettura 9%: gdc.xml', 'Lettura 10%: gdc.xml', 'Lettura 9%: gdc.xml']);
});
