import { describe, expect, it } from 'vitest';
import { noKnownIufs, readCausale, type CausaleTexts } from '../../../src/shared/domain/causale.ts';
import { leanTexts } from '../../../src/shared/domain/lean-texts.ts';

const marker = '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/';
const iuf = '2024-07-26PPAYITR1XXX-S2024072601';
const none: CausaleTexts = { causali: [], endToEnd: null, bankTexts: [], reference: null, payer: null };
const read = (texts: CausaleTexts): string => JSON.stringify(readCausale(texts, noKnownIufs));
const lean = (texts: Partial<CausaleTexts>) => leanTexts({ ...none, ...texts }, read);
const empty: CausaleTexts = { ...none, causali: [''] };

describe('the texts of a movement without people', () => {
  it('are none at all where they say nothing', () => {
    expect(lean({ causali: ['BONIFICO DI ROSSI MARIO'], payer: 'Rossi Mario' })).toEqual(empty);
    expect(lean({ causali: [''] })).toBeNull();
    expect(lean({ causali: ['ACCREDITO'], reference: '0123' })).toEqual(empty);
  });

  it.each([
    [`${marker}${iuf} DA ROSSI MARIO`, `${marker}${iuf}`],
    [`${marker}${iuf} DI D'Àngelo, (Élodie) RSSMRA80A01H501U; EURO`, `${marker}${iuf}`],
    [`ACCREDITO PUR LGPE-RIVERSAMENTO URI ${iuf} /ROSSI`, `PUR LGPE-RIVERSAMENTO URI ${iuf} /ROSSI`],
    ['/RFB/22200280521093906/10.00/TXT/Diritti di Mario', '/RFB/22200280521093906/10.00/TXT/'],
    [`${marker}${iuf} /RFB/22200280521093906/TXT/di Mario`, `${marker}${iuf} /RFB/22200280521093906/TXT/`],
    ['Mario\nRossi\n/RFB/22200280521093906', '/RFB/22200280521093906'],
    ['INCASSO PAGOPA DI ROSSI', 'PAGOPA'],
    ['Flusso IUF: x1 causale RSSMRA80A01H501U PAGOPA', 'Flusso IUF: x1 causale PAGOPA'],
  ])('of %j is left %j', (causale, left) => {
    expect(lean({ causali: [causale] })).toEqual({ ...empty, causali: [left] });
  });

  it('keep what says more than the causale, without who paid', () => {
    const endToEnd = `${marker}${iuf}`;
    expect(lean({ causali: ['DI ROSSI'], endToEnd, payer: 'Rossi Mario' })).toEqual({ ...empty, endToEnd });
    const bankTexts = [`ROSSI MARIO ${marker}${iuf}`];
    expect(lean({ causali: ['DI ROSSI'], bankTexts, reference: 'Mario', payer: 'Rossi' })).toEqual({
      ...empty,
      bankTexts,
      reference: 'Mario',
    });
  });

  it('stay as they are where nothing can go', () => {
    expect(lean({ causali: [`${marker}${iuf}`] })).toBeNull();
    expect(lean({ payer: 'Servizio pagoPA' })).toBeNull();
  });

  it('are read as before, whatever goes', () => {
    for (const causale of [`${marker}${iuf}`, 'DI ROSSI', `X ${marker}2024-07- DI ROSSI`, 'LGPE DI ROSSI']) {
      const texts = { ...none, causali: [causale], payer: 'Rossi Mario' };
      const left = leanTexts(texts, read);
      expect(left).not.toBeNull();
      expect(left === null ? '' : read(left)).toBe(read(texts));
      expect(JSON.stringify(left)).not.toContain('Mario');
    }
  });
});
