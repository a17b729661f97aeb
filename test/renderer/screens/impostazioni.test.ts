import { describe, expect, it } from 'vitest';
import {
  checkOwnCodice,
  checkPartnerCodice,
  checkServiceCodice,
} from '../../../src/renderer/screens/impostazioni/codici.ts';
import { complainOfCodiceFiscale, normalizeEnte } from '../../../src/renderer/components/ente.ts';
import { complainOfPort } from '../../../src/renderer/screens/impostazioni/porta.ts';
import { idOfName, moved, withServizio } from '../../../src/renderer/screens/impostazioni/servizi.ts';
import { enteCheckDigit } from '../../../src/shared/domain/codice-fiscale.ts';

describe('a codice that is typed', () => {
  const settings = { codiciPropri: ['01', 'app:02', 'RF39'], altriPartner: [{ codice: '05', nome: 'Alfa' }] };

  it('is taken in each of its three forms', () => {
    for (const codice of ['07', 'app:07', 'RF12', '0147', ' 08 '])
      expect(checkOwnCodice(codice, settings)).toBeNull();
  });

  it('is not taken twice, however it is written', () => {
    expect(checkOwnCodice('01', settings)).toEqual({ code: 'already-here' });
    expect(checkOwnCodice('APP:02', settings)).toEqual({ code: 'already-here' });
    expect(checkOwnCodice('rf39', settings)).toEqual({ code: 'already-here' });
  });

  it('cannot be ours and another’s', () => {
    expect(checkOwnCodice('05', settings)).toEqual({ code: 'of-partner', nome: 'Alfa' });
    expect(checkPartnerCodice('01', [], settings.codiciPropri)).toEqual({ code: 'of-us' });
    expect(checkPartnerCodice('05', settings.altriPartner, [])).toEqual({ code: 'already-here' });
    expect(checkPartnerCodice('06', settings.altriPartner, settings.codiciPropri)).toBeNull();
  });

  it('belongs to one service', () => {
    const others = [{ id: 'mensa', nome: 'Mensa', codici: ['0147'] }];
    expect(checkServiceCodice('0147', [], others)).toEqual({ code: 'of-service', nome: 'Mensa' });
    expect(checkServiceCodice('0148', ['0148'], others)).toEqual({ code: 'already-here' });
    expect(checkServiceCodice('0149', ['0148'], others)).toBeNull();
  });

  it('is refused when no IUV could ever have it', () => {
    expect(checkOwnCodice('  ', settings)).toEqual({ code: 'empty' });
    expect(checkOwnCodice('01 02', settings)).toEqual({ code: 'blank-inside' });
    expect(checkOwnCodice('app:7', settings)).toEqual({ code: 'application-digits' });
    expect(checkOwnCodice('app07', settings)).toEqual({ code: 'application-digits' });
    expect(checkOwnCodice('01*', settings)).toEqual({ code: 'strange-character', character: '*' });
    expect(checkOwnCodice('9'.repeat(36), settings)).toEqual({ code: 'too-long' });
    expect(checkOwnCodice('301234567890123456', settings)).toEqual({ code: 'notice-number' });
  });
});

describe('the codice fiscale of the ente', () => {
  const good = `0123456789${enteCheckDigit('0123456789')}`;

  it('is taken when its check digit agrees, blanks or not', () => {
    expect(complainOfCodiceFiscale(good)).toBeNull();
    expect(complainOfCodiceFiscale(` ${good.slice(0, 5)} ${good.slice(5)} `)).toBeNull();
    expect(normalizeEnte({ denominazione: ' Comune  di Prova ', codiceFiscale: ` ${good} ` })).toEqual({
      denominazione: 'Comune di Prova',
      codiceFiscale: good,
    });
  });

  it('is sent back with the reason', () => {
    const wrong = `${good.slice(0, 10)}${(Number(good[10]) + 1) % 10}`;
    expect(complainOfCodiceFiscale(wrong)).toContain('non tornano');
    expect(complainOfCodiceFiscale('0123')).toContain('ce ne sono 4');
    expect(complainOfCodiceFiscale('RSSMRA80A01H501U')).toContain('solo cifre');
    expect(complainOfCodiceFiscale(' ')).toContain('Manca');
  });
});

describe('services', () => {
  const mensa = { id: 'mensa', nome: 'Mensa', codici: [] };
  const tari = { id: 'tari', nome: 'TARI', codici: [] };

  it('get an id from their name, once', () => {
    expect(idOfName('Mensa scolastica', [])).toBe('mensa-scolastica');
    expect(idOfName('Mensa', [mensa])).toBe('mensa-2');
    expect(idOfName('Città & Sport!', [])).toBe('citta-sport');
    expect(idOfName('***', [])).toBe('servizio');
  });

  it('are moved up and down, and no further', () => {
    expect(moved([mensa, tari], 1, -1)).toEqual([tari, mensa]);
    expect(moved([mensa, tari], 0, -1)).toEqual([mensa, tari]);
    expect(moved([mensa, tari], 1, 1)).toEqual([mensa, tari]);
  });

  it('keep their place when they are edited', () => {
    const edited = { ...mensa, nome: 'Refezione' };
    expect(withServizio([mensa, tari], edited)).toEqual([edited, tari]);
    expect(withServizio([mensa], tari)).toEqual([mensa, tari]);
  });
});

describe('a port that is typed', () => {
  it('is one that no system keeps for itself', () => {
    for (const written of ['1024', '17303', ' 65535 ']) expect(complainOfPort(written)).toBeNull();
    for (const written of ['', '80', '1023', '65536', '1e4', '-1', '17.303', 'x'])
      expect(complainOfPort(written)).toBe('È un numero da 1024 a 65535.');
  });
});
