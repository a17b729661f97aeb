import { expect, it } from 'vitest';
import { parseListProfile } from '../../../../src/shared/domain/message/list-profile.ts';

const columns = { fiscalCode: 'CF' };
const headers = ['CF', 'Avviso', 'Euro', 'Entro'];

it.each([
  [[], '', 'not-an-object'],
  ['x', '', 'not-an-object'],
  [{ columns, name: 7 }, 'name', 'wrong-type'],
  [{ columns, headers: 'CF' }, 'headers', 'wrong-type'],
  [{ columns, headers: ['CF', 7] }, 'headers', 'wrong-type'],
  [{ columns: [] }, 'columns', 'not-an-object'],
  [{ columns: 'CF' }, 'columns', 'not-an-object'],
  [{ columns: { fiscalCode: ' ' } }, 'columns.fiscalCode', 'wrong-type'],
  [{ columns: { fiscalCode: 0.5 }, headers }, 'columns.fiscalCode', 'wrong-type'],
  [{ columns: { fiscalCode: null } }, 'columns.fiscalCode', 'wrong-type'],
  [{ columns: { fiscalCode: 4 }, headers }, 'columns.fiscalCode', 'no-such-column'],
  [{ columns, instalments: {} }, 'instalments', 'wrong-type'],
  [{ columns, instalments: [7] }, 'instalments.0', 'not-an-object'],
  [{ columns, instalments: [{ rata: '1', notice: 'A' }] }, 'instalments.0.rata', 'wrong-type'],
  [{ columns, instalments: [{ rata: 0.5, notice: 'A' }] }, 'instalments.0.rata', 'wrong-type'],
  [{ columns, instalments: [{ rata: -1, notice: 'A' }] }, 'instalments.0.rata', 'wrong-type'],
  [{ columns, instalments: [{ rata: 1, notice: 'A', amount: '' }] }, 'instalments.0.amount', 'wrong-type'],
  [{ columns, instalments: [{ rata: 1, notice: 'A', due: true }] }, 'instalments.0.due', 'wrong-type'],
  [
    {
      columns,
      instalments: [
        { rata: 1, notice: 'A' },
        { rata: 1, notice: 'B' },
      ],
    },
    'instalments.1.rata',
    'used-twice',
  ],
  [{ columns, instalments: [{ rata: 1, notice: 'CF' }] }, 'instalments.0.notice', 'used-twice'],
  [{ columns, instalments: [{ rata: 1, notice: 'A', amount: 'A' }] }, 'instalments.0.amount', 'used-twice'],
  [{ columns, instalments: [{ rata: 1, notice: 'A', due: 'CF' }] }, 'instalments.0.due', 'used-twice'],
  [
    { columns: { fiscalCode: 0 }, headers, instalments: [{ rata: 1, notice: 9 }] },
    'instalments.0.notice',
    'no-such-column',
  ],
])('%j is no profile, because of «%s»', (value, at, why) => {
  expect(parseListProfile(value)).toEqual({ ok: false, problem: { code: 'not-a-list-profile', at, why } });
});

it('names what is not said', () => {
  expect(parseListProfile({ columns })).toEqual({
    ok: true,
    value: { name: '', headers: null, columns, instalments: [], decimals: null, days: null },
  });
});

it('is read whole', () => {
  const whole = {
    name: 'Ditta di Prova',
    headers,
    columns: { fiscalCode: 0 },
    instalments: [
      { rata: 0, notice: 1, amount: 2, due: 3 },
      { rata: 2, notice: 'Avviso 2', amount: null, due: null },
    ],
    decimals: 'cents',
    days: 'mdy',
  };
  expect(parseListProfile(whole)).toEqual({ ok: true, value: whole });
});
