import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compileCodici, matchesCodice, type Owner } from '../../../src/shared/domain/codice.ts';
import { makeIuvAux0, makeIuvAux3, makeRf } from '../../../src/shared/domain/iuv.ts';
import { emptySettings, type Settings } from '../../../src/shared/domain/settings.ts';
import { ownTime } from '../../helpers/own-time.ts';

const aux3 = makeIuvAux3('01', '0000000012345');
const aux0 = makeIuvAux0('02', '1234567890123');
const rf01 = makeRf('0112345678');

describe('a codice', () => {
  test.each([
    ['01', aux3, true],
    ['02', aux3, false],
    // Aux 1 has no check digits: a failing check says nothing.
    ['10', '10000000000000001', true],
    ['01', rf01, true],
    ['01', rf01.toLowerCase(), true],
    ['01', `RF00${rf01.slice(4)}`, false],
    ['02', rf01, false],
    ['12', '123456789012345', false],
    ['app:02', aux0, true],
    // 93 further: the check cannot tell.
    ['app:95', aux0, true],
    ['app:03', aux0, false],
    ['app:02', aux3, false],
    ['RF1813', 'rf181300000000', true],
    ['010000', aux3, true],
    ['0100001', aux3, false],
    ['1', '10000000000000001', true],
    ['', aux3, false],
    [' 01 ', aux3, true],
    [' app:02 ', aux0, true],
    ['APP:02', aux0, true],
    [' rf1813 ', 'RF181300000000', true],
    ['010000000001234', '010000000001234', true],
    ['0100000000012345', '010000000001234', false],
    ['01', 'RF0001', false],
    ['01', makeRf('01'), false],
    ['01', makeRf('01X'), true],
    ['x1', 'x', false],
  ])('%j covers %s: %j', (codice, iuv, expected) => {
    expect(matchesCodice(codice, iuv)).toBe(expected);
  });
});

describe('the codici of the settings', () => {
  const settings: Settings = {
    ...emptySettings,
    codiciPropri: ['01', 'app:02', '0577', 'RF'],
    altriPartner: [
      { codice: '05', nome: 'Tributi Esempio' },
      { codice: '0100', nome: 'Mensa Esempio' },
      { codice: '01', nome: 'Doppione' },
      { codice: 'app:95', nome: 'Alias' },
      { codice: '0', nome: 'Vaga' },
      { codice: '04', nome: 'Due Cifre' },
      { codice: '040', nome: 'Tre Cifre' },
      { codice: '048', nome: 'Altre Tre' },
    ],
    servizi: [
      { id: 'tari', nome: 'TARI', codici: ['01'] },
      { id: 'mensa', nome: 'Mensa', codici: ['01000', 'app:02'] },
    ],
  };
  test.each<[string, Owner, string | null, string]>([
    [makeIuvAux3('01', '1000000000000'), { kind: 'ours' }, 'tari', 'own wins a tie'],
    [makeIuvAux3('05', '1000000000000'), { kind: 'other', nome: 'Tributi Esempio' }, null, 'another'],
    [
      makeIuvAux3('01', '0012345678901'),
      { kind: 'other', nome: 'Mensa Esempio' },
      'tari',
      'the longer prefix',
    ],
    [makeIuvAux3('01', '0001234567890'), { kind: 'other', nome: 'Mensa Esempio' }, 'mensa', 'longer still'],
    [makeIuvAux3('05', '7712345678901'), { kind: 'ours' }, null, 'the longer prefix is own'],
    [makeIuvAux3('07', '7712345678901'), { kind: 'other', nome: 'Vaga' }, null, 'one digit, last of all'],
    [aux0, { kind: 'ours' }, 'mensa', 'application code, not its alias'],
    [makeRf('0512345678'), { kind: 'other', nome: 'Tributi Esempio' }, null, 'segregation inside the RF'],
    [makeRf('ZZ12345678'), { kind: 'ours' }, null, 'any RF'],
    [makeIuvAux3('04', '1000000000000'), { kind: 'other', nome: 'Due Cifre' }, null, 'two digits'],
    [makeIuvAux3('04', '0000000000000'), { kind: 'other', nome: 'Tre Cifre' }, null, 'three before two'],
    [makeIuvAux3('04', '8000000000000'), { kind: 'other', nome: 'Altre Tre' }, null, 'two of one length'],
    [makeIuvAux3('33', '7712345678901'), { kind: 'unknown' }, null, 'nobody'],
    ['', { kind: 'unknown' }, null, 'an empty IUV'],
  ])('give %s to its owner and service (%#)', (iuv, owner, service) => {
    const codici = compileCodici(settings);
    expect(codici.ownerOf(iuv)).toEqual(owner);
    const nothingElse = { category: null, tipoDovuto: null, positionCategory: null, descriptions: [] };
    expect(codici.serviceOf({ iuv, ...nothingElse })?.service ?? null).toBe(service);
  });

  it('say what a single codice says, when there is only one', () => {
    const codice = fc.oneof(
      fc.stringMatching(/^\d{2}$/),
      fc.stringMatching(/^app:\d\d$/),
      fc.stringMatching(/^\d{3,5}$/),
    );
    const iuv = fc.oneof(
      fc.stringMatching(/^\d{17}$/),
      fc.stringMatching(/^\d{15}$/),
      fc.stringMatching(/^[0-9A-Z]{3,18}$/).map(makeRf),
    );
    fc.assert(
      fc.property(codice, iuv, (one, text) => {
        const compiled = compileCodici({ ...emptySettings, codiciPropri: [one] });
        expect(compiled.ownerOf(text).kind === 'ours').toBe(matchesCodice(one, text));
      }),
    );
  });

  it('are quick to ask about a million IUVs', () => {
    const iuvs = Array.from({ length: 1000 }, (_, i) =>
      makeIuvAux3(String(i % 100).padStart(2, '0'), String(i).padStart(13, '0')),
    );
    const codici = compileCodici(settings);
    const start = ownTime();
    for (let n = 0; n < 200; n++) for (const iuv of iuvs) codici.ownerOf(iuv);
    expect(ownTime() - start).toBeLessThan(3000);
  });
});
