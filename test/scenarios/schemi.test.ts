import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { exportNames, tellsChanges } from '../../src/shared/domain/export.ts';
import { exportJson } from '../helpers/exported.ts';
import { openOffice } from '../helpers/office.ts';

it('every export of the invented Comune, complete and of changes, is what its published schema says', async () => {
  const office = await openOffice({ demo: true, settings: null });
  await office.ask('demo.fill', {});
  for (const name of exportNames.filter(tellsChanges)) {
    const { schema, validate } = published(name);
    const whole = await exportJson(office, { name, clear: true, consumer: 'prova' });
    expect({ [name]: errorsOf(validate, whole) }).toEqual({ [name]: [] });
    expect(whole.righe.length).toBeGreaterThan(40);
    // Nothing is told that the schema does not name.
    for (const riga of whole.righe) expect(Object.keys(riga)).toEqual(schema.$defs.riga.required);
    expect(errorsOf(validate, await exportJson(office, { name }))).toEqual([]);
  }

  for (const { id } of await office.history()) await office.undo(id);

  for (const name of exportNames.filter(tellsChanges)) {
    const { validate } = published(name);
    const rest = await exportJson(office, { name, clear: true, consumer: 'prova' });
    expect(rest.righe.length).toBeGreaterThan(40);
    expect(rest.righe.every(({ stato }) => stato === 'tolto')).toBe(true);
    expect(errorsOf(validate, rest)).toEqual([]);
    const [first] = rest.righe;
    expect(validate({ ...rest, righe: [{ ...first, stato: 'boh' }] })).toBe(false);
    expect(validate({ ...rest, versione: 2 })).toBe(false);
  }
});

interface Published {
  readonly $defs: { readonly riga: { readonly required: readonly string[] } };
}

function published(name: string): { schema: Published; validate: ValidateFunction } {
  const file = join(import.meta.dirname, '../../docs/integrazioni/schemi', `${name}.json`);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Published;
  return { schema, validate: new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema) };
}

function errorsOf(validate: ValidateFunction, value: unknown): unknown[] {
  validate(value);
  return (validate.errors ?? []).slice(0, 5);
}
