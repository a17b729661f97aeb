import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { processingRegister } from '../../../src/shared/wording/processing-register.ts';

it('the page for the register of processing is the one among the documents', () => {
  const file = new URL('../../../docs/registro-trattamenti.md', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(processingRegister);
});
