import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../../../src/main/importers/bytes.ts';
import { giornaleOpi } from '../../../../src/main/importers/giornale-opi/giornale-opi.ts';
import { giornale, movimento, pageHead, prefixed } from '../opi.ts';
import { tell } from '../reading.ts';
import { ownTime } from '../../../helpers/own-time.ts';

const plain = tell(giornale());
const head14 = `<identificativo_flusso_BT>GIORNALE MARZO</identificativo_flusso_BT><esercizio>2025</esercizio>
  <data_inizio_periodo_riferimento>2025-03-01+01:00</data_inizio_periodo_riferimento>
  <data_fine_periodo_riferimento>2025-03-31+02:00</data_fine_periodo_riferimento>`;

function versionOf(...esecuzioni: string[]): unknown {
  const movimenti = esecuzioni.map((tipo) => movimento({ tipo_esecuzione: tipo })).join('');
  return tell(giornale({ movimenti })).readings.at(-1);
}

const first = (texts: Record<string, string | null>, inside = '') =>
  tell(giornale({ movimenti: movimento(texts, inside) }));

const sospeso = (numero: string, importo: string) =>
  `<sospeso><numero_provvisorio>${numero}</numero_provvisorio><importo_provvisorio>${importo}</importo_provvisorio></sospeso>`;

const balances = (saldo: string, entrate: string, uscite: string, finale: string) =>
  `<saldo_precedente_conto_evidenza>${saldo}</saldo_precedente_conto_evidenza>
   <totale_entrate_conto_evidenza>${entrate}</totale_entrate_conto_evidenza>
   <totale_uscite_conto_evidenza>${uscite}</totale_uscite_conto_evidenza>
   <saldo_finale_conto_evidenza>${finale}</saldo_finale_conto_evidenza>`;

const yearTotals = (changes: Record<string, string> = {}) => {
  const totals = {
    fondo_di_cassa: '1000.00',
    totale_reversali_riscosse: '50.00',
    totale_sospesi_entrata: '100.00',
    totale_entrate: '1150.00',
    totale_mandati_pagati: '20.00',
    totale_sospesi_uscita: '5.00',
    totale_uscite: '25.00',
    saldo_esercizio: '1125.00',
    ...changes,
  };
  return `<totali_esercizio>${Object.entries(totals)
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('')}</totali_esercizio>
    <totali_disponibilita_liquide><totale_conti>1125.00</totale_conti><totale_vincoli>100.00</totale_vincoli>
    <totale_somme_bloccate_riservate>25.00</totale_somme_bloccate_riservate><disponibilita>${changes['disponibilita'] ?? '1000.00'}</disponibilita>
    </totali_disponibilita_liquide>`;
};

const disagreeing = (field: string, statedCents: number, foundCents: number) => [
  { code: 'totals-disagree', field, statedCents, foundCents },
];

describe('samples, with what is expected of them', () => {
  it.each(['opi-1.4', 'opi-1.6.1', 'opi-1.8'])('%s', (name) => {
    const told = tell(readFileSync(new URL(`${name}.xml`, import.meta.url)));
    expect(told.problem).toBeNull();
    const { readings, warnings, refusedRows } = told;
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
    expect({ readings, warnings, refusedRows }).toEqual(expected);
  });
});

describe('the versions of the layout', () => {
  it('2 are told apart: 1.4 has a period, and may have no pages', () => {
    const told = tell(giornale({ head: head14 }));
    expect(told.giornali[0]).toMatchObject({ from: '2025-03-01', to: '2025-03-31', page: 1, pages: 1 });
    expect(told.readings.at(-1)).toEqual({ type: 'giornale-end', end: { version: '1.4', signed: false } });
  });

  it.each([
    ['1.6.1+', ['CASSA']],
    ['1.6.1+', []],
    ['1.6.1', ['CASSA', 'ACCREDITO TESORERIA PROVINCIALE STATO PER TAB A']],
    ['1.7.1/1.8', ['ACCREDITO TESORERIA PROVINCIALE STATO']],
    ['1.7.1/1.8', ['ASSEGNO DI TRAENZA PER COMMUTAZIONE EX ART 219 TUEL', 'CASSA']],
    ['1.8', ['SEPA INSTANT CREDIT TRANSFER', 'ACCREDITO TESORERIA PROVINCIALE STATO']],
  ])('1 are told apart: %s by %j', (version, esecuzioni) => {
    expect(versionOf(...esecuzioni)).toEqual({ type: 'giornale-end', end: { version, signed: false } });
  });
});

describe('wrappings that change nothing', () => {
  const xml = giornale();
  it.each([
    ['3 a prefix', prefixed(xml, 'ns1', 'urn:banca-di-prova:opi')],
    [
      '3 a default namespace',
      xml.replace('<flusso_giornale_di_cassa>', '<flusso_giornale_di_cassa xmlns="urn:opi" Id="x">'),
    ],
    ['no indentation', xml.replaceAll(/>\s+</g, '><')],
    ['carriage returns', xml.replaceAll('\n', '\r\n')],
    [
      'fields outside their block',
      xml.replace('<testata_messaggio>', '').replace('</testata_messaggio>', ''),
    ],
    ['fields in a block that nobody knows', xml.replaceAll('testata_messaggio>', 'testata_della_banca>')],
  ])('%s', (_, other) => {
    expect(tell(other).problem).toBeNull();
    expect(tell(other).canonical).toBe(plain.canonical);
  });

  const signature = `<ds:Signature xmlns:ds="urn:ds"><ds:Object><esercizio>1999</esercizio><importo>1</importo>
    <informazioni_conto_evidenza><movimento_conto_evidenza/></informazioni_conto_evidenza></ds:Object></ds:Signature>`;

  it.each([
    ['4 a signature at the beginning', xml.replace('<testata_messaggio>', `${signature}<testata_messaggio>`)],
    ['4 a signature at the end', xml.replace('</flusso', `${signature}</flusso`)],
    [
      '4 two of them',
      xml
        .replace('<testata_messaggio>', `${signature}<testata_messaggio>`)
        .replace('</flusso', `${signature}</flusso`),
    ],
  ])('%s, of which nothing is read', (_, other) => {
    const told = tell(other);
    expect(told.canonical).toBe(plain.canonical);
    expect(told.warnings).toEqual([]);
    expect(told.readings.at(-1)).toMatchObject({ end: { signed: true } });
  });
});

describe('the head', () => {
  it('does without pages, identifier, creation and ente', () => {
    const head = '<esercizio>2025</esercizio><data_riferimento_GdC>2025-03-10Z</data_riferimento_GdC>';
    expect(tell(giornale({ head, testata: '' })).giornali).toEqual([
      {
        enteCodiceFiscale: null,
        enteDenominazione: null,
        flussoBt: '',
        createdAt: '',
        esercizio: 2025,
        from: '2025-03-10',
        to: '2025-03-10',
        page: 1,
        pages: 1,
      },
    ]);
  });

  it.each([
    ['the year', '<esercizio>2025</esercizio>', '', { code: 'missing-field', field: 'esercizio' }],
    [
      'the day',
      '<data_riferimento_GdC>2025-03-10</data_riferimento_GdC>',
      '',
      { code: 'missing-field', field: 'data_riferimento_GdC' },
    ],
    ['a year', '>2025<', '>25<', { code: 'invalid-field', field: 'esercizio', value: '25' }],
    [
      'H16 a day',
      '<data_riferimento_GdC>2025-03-10',
      '<data_riferimento_GdC>2025-02-31',
      { code: 'invalid-field', field: 'data_riferimento_GdC', value: '2025-02-31' },
    ],
    [
      '9 the placeholders of a skeleton',
      '00000000099',
      'string',
      { code: 'invalid-field', field: 'codice_fiscale_ente', value: 'string' },
    ],
    [
      '9 a placeholder',
      '>0000001<',
      '>string<',
      { code: 'invalid-field', field: 'conto_evidenza', value: 'string' },
    ],
  ])('is refused without or with a bad %s', (_, from, to, problem) => {
    expect(tell(giornale().replace(from, to)).problem).toEqual(problem);
  });

  it.each([
    ['0', '1'],
    ['0', '2'],
    ['3', '2'],
    ['uno', '2'],
  ])('9 with page %s of %s is read all the same, with a word', (page, pages) => {
    const told = tell(
      giornale({
        head: pageHead(1, 1).replace(
          '<pagina>1</pagina><pagine_totali>1<',
          `<pagina>${page}</pagina><pagine_totali>${pages}<`,
        ),
      }),
    );
    expect(told.problem).toBeNull();
    expect(told.movimenti).toHaveLength(1);
    expect(told.giornali[0]).toMatchObject({ page: 1, pages: 1 });
    expect(told.warnings).toEqual([{ code: 'page-number-invalid', page, pages }]);
  });
});

describe('the movements', () => {
  it('are all kept, mandati, reversali and what the schema does not know included', () => {
    const documenti = [
      'REVERSALE',
      'MANDATO',
      'SOSPESO ENTRATA',
      'SOSPESO  USCITA',
      'GIROCONTO',
      'PARTITA SOSPESA',
    ];
    const movimenti = documenti.map((tipo_documento) => movimento({ tipo_documento })).join('');
    expect(tell(giornale({ movimenti })).movimenti.map(({ documento }) => documento)).toEqual([
      'REVERSALE',
      'MANDATO',
      'SOSPESO ENTRATA',
      'SOSPESO USCITA',
      'GIROCONTO',
      'ALTRO',
    ]);
  });

  it('may be none', () => {
    const told = tell(giornale({ movimenti: '' }));
    expect(told.problem).toBeNull();
    expect(told.readings.map(({ type }) => type)).toEqual(['giornale', 'giornale-end']);
  });

  it.each(['ESEGUITO', 'STORNATO', 'REGOLARIZZATO', 'RIPRISTINATO'])('18 may be %s', (tipo_operazione) => {
    expect(first({ tipo_operazione }).movimenti[0]?.operazione).toBe(tipo_operazione);
  });

  it.each([
    ['1000.00', 100_000],
    ['1000.00000000000', 100_000],
    ['22', 2200],
    ['218.4', 21_840],
    ['0.01', 1],
    ['999999999999.99', 99_999_999_999_999],
  ])('10 are worth %s', (importo, cents) => {
    const told = first({ importo: ` ${importo}\n` });
    expect(told.movimenti[0]?.cents).toBe(cents);
    expect(told.warnings).toEqual([]);
  });

  it.each([
    ['1.234,56', 123_456],
    ['1234,5', 123_450],
    ['1,234.56', 123_456],
  ])('10 are understood, with a word, when they are worth %s', (importo, cents) => {
    const told = first({ importo });
    expect(told.movimenti[0]?.cents).toBe(cents);
    expect(told.warnings).toEqual([{ code: 'amount-tolerated', row: 1, field: 'importo', value: importo }]);
  });

  it.each(['-5.00', '0.00', '1000.005', '1e3', '0x10', 'NaN', '', '1,234', '9'.repeat(30), '٣'])(
    'H14 are refused, alone, when they are worth "%s"',
    (importo) => {
      const told = tell(giornale({ movimenti: movimento() + movimento({ importo }) + movimento() }));
      expect(told.problem).toBeNull();
      expect(told.movimenti).toHaveLength(2);
      const code = importo === '' ? 'missing-value' : 'invalid-amount';
      expect(told.refusedRows).toEqual([{ row: 2, code, field: 'importo', value: importo }]);
    },
  );

  it.each([
    ['data_movimento', '2025-02-31', 'invalid-day'],
    ['data_movimento', '0001-01-01', 'invalid-day'],
    ['data_movimento', '9999-12-31', 'invalid-day'],
    ['data_movimento', '10/03/2025', 'invalid-day'],
    ['data_valuta_ente', '2025-13-01', 'invalid-day'],
    ['tipo_movimento', 'ENTRATE', 'invalid-value'],
    ['tipo_operazione', 'FATTO', 'invalid-value'],
    ['numero_documento', '', 'missing-value'],
    ['tipo_documento', null, 'missing-value'],
  ])('H16 are refused when %s is %j', (field, value, code) => {
    const told = tell(giornale({ movimenti: movimento() + movimento({ [field]: value }) }));
    expect(told.refusedRows).toEqual([{ row: 2, code, field, value: value ?? '' }]);
    expect(told.movimenti).toHaveLength(1);
  });

  it('refuse the document when none of them stands', () => {
    expect(tell(giornale({ movimenti: movimento({ importo: 'x' }).repeat(3) })).problem).toEqual({
      code: 'no-usable-rows',
      refused: 3,
    });
  });

  it.each([
    ['2025-03-10+01:00', '2025-03-10'],
    ['2025-03-10Z', '2025-03-10'],
    ['2025-03-10', '2025-03-10'],
  ])('have the day of %s', (written, day) => {
    const told = first({ data_movimento: written, data_valuta_ente: written });
    expect(told.movimenti[0]).toMatchObject({ date: day, valueDate: day });
  });

  it('take the year 1 of .NET for no value date', () => {
    expect(first({ data_valuta_ente: '0001-01-01T00:00:00' }).movimenti[0]?.valueDate).toBeNull();
  });

  it('11, 12 have a numero without leading zeros, and no bolletta where it is zero', () => {
    expect(
      first({ numero_documento: '0064422', numero_bolletta_quietanza: '0074056' }).movimenti[0],
    ).toMatchObject({
      numero: '64422',
      bolletta: '74056',
    });
    expect(first({ numero_documento: '0', numero_bolletta_quietanza: '0000000' }).movimenti[0]).toMatchObject(
      {
        numero: '0',
        bolletta: null,
      },
    );
    expect(first({ numero_bolletta_quietanza: null }).movimenti[0]).toMatchObject({
      bolletta: null,
      bollettaStorno: null,
    });
    expect(first({ numero_bolletta_quietanza_storno: '0000012' }).movimenti[0]?.bollettaStorno).toBe('12');
  });

  it('keep their causali as they are written, in order', () => {
    const causale = '  /PUR/LGPE-RIVERSAMENTO/\n URI/2025-03- 10X  ';
    const told = first({ causale }, '<causale/><causale>SECONDA &amp; ULTIMA<![CDATA[ <b>]]></causale>');
    expect(told.movimenti[0]?.causali).toEqual([causale, 'SECONDA & ULTIMA <b>']);
  });

  it('keep every text at the disposal of the bank, at any depth', () => {
    const bank = `<dati_a_disposizione_BT>sciolto<codice_causale>48</codice_causale>
      <b:gruppo xmlns:b="urn:b"><cro>123</cro><causale>NON LA CAUSALE</causale></b:gruppo></dati_a_disposizione_BT>`;
    const told = first({}, bank);
    expect(told.movimenti[0]?.bankTexts.map((text) => text.trim())).toEqual([
      '48',
      '123',
      'NON LA CAUSALE',
      'sciolto',
    ]);
    expect(told.movimenti[0]?.causali).toHaveLength(1);
  });

  it('know the payer from the cliente only', () => {
    const told = first(
      { end_to_end_id: 'E2E', codice_riferimento_operazione: ' CRO 1 ' },
      `<cliente><anagrafica_cliente>PSP FINTO</anagrafica_cliente></cliente>
       <creditore_effettivo><anagrafica_cliente>ALTRO</anagrafica_cliente></creditore_effettivo>`,
    );
    expect(told.movimenti[0]).toMatchObject({ payer: 'PSP FINTO', endToEnd: 'E2E', reference: ' CRO 1 ' });
  });

  it('19 say which provvisori a reversale covers', () => {
    const told = first(
      { tipo_documento: 'REVERSALE' },
      sospeso('0000101', '60.00') + sospeso('102', '40') + sospeso('0', '1.00'),
    );
    expect(told.movimenti[0]?.sospesi).toEqual([
      { numero: '101', cents: 6000 },
      { numero: '102', cents: 4000 },
    ]);
    expect(
      first({}, '<numero_sospeso>0101</numero_sospeso><numero_sospeso>0</numero_sospeso>').movimenti[0]
        ?.sospesi,
    ).toEqual([{ numero: '101' }]);
    expect(first({}, sospeso('1', 'x')).problem).toEqual({ code: 'no-usable-rows', refused: 1 });
  });

  it('do not leak into one another', () => {
    const full = movimento(
      {
        end_to_end_id: 'E',
        codice_riferimento_operazione: 'C',
        numero_movimento: '1',
        numero_bolletta_quietanza_storno: '3',
        data_valuta_ente: '2025-03-10',
      },
      '<cliente><anagrafica_cliente>P</anagrafica_cliente></cliente><numero_sospeso>9</numero_sospeso><dati_a_disposizione_BT>x</dati_a_disposizione_BT>',
    );
    const bare = movimento({ numero_bolletta_quietanza: null, causale: null });
    expect(tell(giornale({ movimenti: full + bare })).movimenti[1]).toEqual({
      conto: '0000001',
      esercizio: 2025,
      numero: '64422',
      verso: 'ENTRATA',
      documento: 'SOSPESO ENTRATA',
      operazione: 'ESEGUITO',
      cents: 10_000,
      date: '2025-03-10',
      valueDate: null,
      bolletta: null,
      bollettaStorno: null,
      numeroMovimento: null,
      causali: [],
      endToEnd: null,
      bankTexts: [],
      reference: null,
      payer: null,
      sospesi: [],
    });
  });

  it('cannot fill the memory with repeated causali', () => {
    const causale = `<causale>${'x'.repeat(1_000_000)}</causale>`;
    expect(tell(giornale({ movimenti: movimento({}, causale.repeat(5)) })).problem).toMatchObject({
      code: 'over-ceiling',
      ceiling: 'text-length',
    });
  });

  it('let a sink that cancels through', () => {
    const cancelled = new Error('cancelled');
    const sink = {
      reading: () => {
        throw cancelled;
      },
      warning: () => {},
      refusedRow: () => {},
    };
    expect(() => giornaleOpi.read([bytesInMemory(Buffer.from(giornale()))], sink)).toThrow(cancelled);
  });
});

describe('the cross-checks', () => {
  it('keep quiet when everything agrees', () => {
    const told = tell(
      giornale({ contoTotals: balances('1000.00', '100.00', '0.00', '1100.00'), totals: yearTotals() }),
    );
    expect(told.warnings).toEqual([]);
  });

  it.each([
    [
      '1',
      { contoTotals: balances('1000.00', '100.00', '0.00', '1100.01') },
      disagreeing('saldo_finale_conto_evidenza', 110_001, 110_000),
    ],
    ['3', { totals: yearTotals({ fondo_di_cassa: '1.00' }) }, disagreeing('totale_entrate', 115_000, 15_100)],
    ['4', { totals: yearTotals({ totale_mandati_pagati: '1.00' }) }, disagreeing('totale_uscite', 2500, 600)],
    [
      '5',
      { totals: yearTotals({ saldo_esercizio: '-1.00' }) },
      disagreeing('saldo_esercizio', -100, 112_500),
    ],
    ['6', { totals: yearTotals({ disponibilita: '7.00' }) }, disagreeing('disponibilita', 700, 100_000)],
    [
      '7',
      { contoTotals: balances('0.00', '90.00', '0.00', '90.00') },
      disagreeing('totale_entrate_conto_evidenza', 9000, 10_000),
    ],
  ])('%s tell what disagrees, and block nothing', (_, texts, warnings) => {
    const told = tell(giornale(texts));
    expect(told.problem).toBeNull();
    expect(told.warnings).toEqual(warnings);
  });

  it('22 say once that all the totals are zero', () => {
    const zero = giornale({
      contoTotals: balances('0.00', '0.00', '0.00', '0.00'),
      totals: '<totale_entrate>0.00</totale_entrate>',
    });
    expect(tell(zero).warnings).toEqual([{ code: 'all-totals-zero' }]);
  });

  it('do not expect the amount of a refused movement', () => {
    const movimenti = movimento() + movimento({ importo: 'x' });
    expect(
      tell(giornale({ movimenti, contoTotals: balances('0.00', '150.00', '0.00', '150.00') })).warnings,
    ).toEqual([]);
  });

  it.each([
    ['200.00', true],
    ['170.00', true],
    ['140.00', true],
    ['100.00', false],
  ])('accept the ways in which banks count a regularised sospeso: %s is %s', (entrate, isAccepted) => {
    const movimenti =
      movimento({ importo: '100.00' }) +
      movimento({ importo: '30.00', tipo_operazione: 'REGOLARIZZATO' }) +
      movimento({ importo: '70.00', tipo_documento: 'REVERSALE' });
    const told = tell(giornale({ movimenti, contoTotals: balances('0.00', entrate, '0.00', entrate) }));
    expect(told.warnings.length === 0).toBe(isAccepted);
  });

  it('leave out totals that are not amounts', () => {
    expect(tell(giornale({ contoTotals: balances('x', '100.00', '', '7.00') })).warnings).toEqual([]);
  });
});

it('25 reads 20,000 movements in a couple of seconds', () => {
  const movimenti = Array.from({ length: 20_000 }, (_, i) => movimento({ numero_documento: String(i) })).join(
    '\n',
  );
  const bytes = Buffer.from(giornale({ movimenti }));
  const start = ownTime();
  expect(tell(bytes).movimenti).toHaveLength(20_000);
  expect(ownTime() - start).toBeLessThan(5000);
});
