import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tell, tellAll } from '../reading.ts';
import { base64, p7m } from '../wrap.ts';

const sample = readFileSync(new URL('receipt.json', import.meta.url), 'utf8');
const v2 = readFileSync(new URL('../ricevuta/pa-send-rt-v2.xml', import.meta.url), 'utf8');
const receipt = /<receipt>[\s\S]*<\/receipt>/.exec(v2)?.[0] ?? '';
const one = (from: string | RegExp, to: string) => tell(sample.replace(from, to));

describe('a receipt in JSON', () => {
  it('71 is the same content as its XML twin', () => {
    expect(tell(sample).problem).toBeNull();
    expect(tell(sample).canonical).toBe(tell(receipt).canonical);
  });

  it('may keep the blocks and the capitals of the XML', () => {
    const told = one(
      '"debtor": {',
      '"debtor": { "uniqueIdentifier": { "entityUniqueIdentifierValue": "FNTPPP00A01X000X" },',
    ).canonical;
    expect(told).toBe(tell(sample).canonical);
    expect(one('pspCompanyName', 'PSPCompanyName').canonical).toBe(told);
    expect(one('"mbdAttachment": "PG', '"MBDAttachment": "PG').canonical).toBe(told);
  });

  it.each([
    ['base64', base64(sample)],
    ['a signature', p7m(sample)],
    ['an element', `<r><json>${base64(sample)}</json></r>`],
  ])('is the same in %s', (_, content) => {
    expect(tell(content).canonical).toBe(tell(sample).canonical);
  });

  it('may be one of a list, and is then a document of its own', () => {
    const list = `[${sample}, ${sample.replace('"OK"', '"?"')}, ${sample}]`;
    expect(tellAll(list, 'r.json').map(({ name, problem }) => [name, problem])).toEqual([
      ['r.json#1', null],
      ['r.json#2', { code: 'invalid-field', field: 'outcome', value: '?' }],
      ['r.json#3', null],
    ]);
  });

  it('75 that was refused is not paid', () => {
    expect(one('"OK"', '"KO"').ricevute[0]).toMatchObject({ outcome: 'failed', paidOn: null });
  });

  it('64, 65 keeps who gets what apart, and the marca da bollo', () => {
    expect(
      tell(sample).ricevute[0]?.transfers.map(({ enteCodiceFiscale, cents, bollo }) => [
        enteCodiceFiscale,
        cents,
        bollo,
      ]),
    ).toEqual([
      ['00000000018', 2000, false],
      ['00000000034', 1000, false],
      ['00000000018', 1600, true],
    ]);
  });

  it('is dated by the second form of the moment where the first is not there', () => {
    const told = one('"paymentDateTime":', '"x":').ricevute[0];
    expect(told?.paidOn).toBe('2025-03-11');
  });

  it.each([
    [
      '"paymentAmount": 46.0',
      '"paymentAmount": 4.6e1',
      { code: 'invalid-field', field: 'paymentAmount', value: '4.6e1' },
    ],
    [
      '"paymentAmount": 46.0',
      '"paymentAmount": 46.005',
      { code: 'invalid-field', field: 'paymentAmount', value: '46.005' },
    ],
    [
      '"creditorReferenceId": "01000000000000158"',
      '"creditorReferenceId": null',
      { code: 'missing-field', field: 'creditorReferenceId' },
    ],
    [
      /"transferList": \[[\s\S]*?\],\n/,
      '"transferList": [],\n',
      { code: 'missing-field', field: 'transfer' },
    ],
    ['"fiscalCodePA": "00000000034",', '', { code: 'missing-field', field: 'fiscalCodePA' }],
    ['"outcome": "OK"', '"outcome": OK', { code: 'malformed-json', line: 5 }],
  ])('is refused with %s made %s', (from, to, problem) => {
    expect(one(from, to).problem).toEqual(problem);
  });
});
