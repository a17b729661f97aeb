import { describe, expect, it } from 'vitest';
import type { Call, Input, Output } from '../../src/shared/contract/api.ts';
import { operations, type OperationName } from '../../src/shared/contract/operations.ts';
import { examples, listExample } from '../helpers/examples.ts';
import { inVainInDemo, recipientsExample } from '../helpers/message-examples.ts';
import { aHome, ways } from '../helpers/links.ts';
import { fail, ok } from '../../src/shared/domain/result.ts';
import { keepPositionsIn } from '../helpers/positions.ts';

describe('every operation', () => {
  it('is answered, on the ledger of invented data, with what its row of the contract says', async () => {
    const defects: unknown[] = [];
    const open = ways['over HTTP'];
    if (open === undefined) throw new Error('no link over HTTP');
    const link = (await open(aHome(defects)))('demo');
    const ask = asking(link.call, defects);
    await ask('demo.fill', {});
    // Another program wrote a list of debt positions: the papers of the demo have none.
    keepPositionsIn((await ask('about.read', {})).folder, 'posizioni.csv', [{ iud: 'iud-1' }]);
    const paper = new File([listExample.content], listExample.name);
    const uploaded = await link.upload(paper);
    const people = await link.upload(new File([recipientsExample.content], recipientsExample.name));
    const questions = examples({
      payment: first((await ask('payments.list', { limit: 1 })).rows),
      flusso: first((await ask('flussi.list', { limit: 1 })).rows),
      provvisorio: first(
        (await ask('provvisori.list', { filter: { buckets: ['reconciled'] }, limit: 1 })).rows,
      ),
      position: first((await ask('positions.list', {})).rows),
      document: first((await ask('documents.list', { limit: 1 })).rows),
      drop: first((await ask('drops.list', { limit: 1 })).rows),
      settings: await ask('settings.read', {}),
      parcel: uploaded.ok ? uploaded.value : '',
      people: people.ok ? people.value : '',
      exported: (await ask('exports.make', { name: 'pagamenti', consumer: 'tributi' })).parcel,
    });

    const asked: string[] = [];
    for (const name of names(questions)) {
      asked.push(name);
      const code = inVainInDemo[name];
      const answer = await link.call(name, questions[name]);
      const expected =
        code === undefined && answer.ok ? ok(operations[name].output.parse(answer.value)) : fail({ code });
      expect({ [name]: answer }).toMatchObject({ [name]: expected });
    }

    expect(asked.toSorted()).toEqual(Object.keys(operations).toSorted());
  });
});

function asking(call: Call, defects: unknown[]) {
  return async <Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const answer = await call(name, input);
    if (answer.ok) return answer.value;
    throw new Error(`${name}: ${JSON.stringify(answer.problem)}`, { cause: defects.at(-1) });
  };
}

function names(questions: Record<OperationName, unknown>): OperationName[] {
  return Object.keys(questions) as OperationName[];
}

function first<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('the ledger of invented data is empty');
  return row;
}
