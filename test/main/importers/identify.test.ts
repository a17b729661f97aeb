import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../../src/main/importers/bytes.ts';
import { openDocuments } from '../../../src/main/importers/documents.ts';
import { readBeginning } from '../../../src/main/importers/head.ts';
import { identify } from '../../../src/main/importers/identify.ts';
import { importers } from '../../../src/main/importers/registry.ts';
import { giornale, prefixed } from './opi.ts';
import { zip } from './zip.ts';

function seen(content: string | Uint8Array, from = importers): unknown {
  const found = identify(readBeginning(bytesInMemory(Buffer.from(content))), from);
  return found.ok ? (found.value?.name ?? null) : found.problem;
}

function refusal(content: string | Uint8Array): unknown {
  const [opened] = openDocuments('file', bytesInMemory(Buffer.from(content)));
  return opened?.type === 'refused' ? opened.problem : opened;
}

const soap = (body: string, header = '') =>
  `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">${header}<s:Body>${body}</s:Body></s:Envelope>`;
const digitpa = 'http://www.digitpa.gov.it/schemas/2011/Pagamenti/';

describe('who reads a file', () => {
  it.each([
    ['giornale-opi', giornale()],
    ['giornale-opi', prefixed(giornale(), 'ns1', 'urn:banca-di-prova:opi')],
    ['flusso-fdr1', '<FlussoRiversamento/>'],
    ['flusso-fdr1', `<pay_i:FlussoRiversamento xmlns:pay_i="${digitpa}"/>`],
    ['ricevuta', `<RT xmlns="${digitpa}"/>`],
    ['ricevuta', '<receipt/>'],
    ['ricevuta', '<p:paSendRTReq xmlns:p="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"/>'],
    ['ricevuta', soap('<p:paSendRTV2Request xmlns:p="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"/>')],
    ['ricevuta', soap('<paSendRTReq/>', '<s:Header><h:x xmlns:h="urn:h"><h:RPT/></h:x></s:Header>')],
    [null, '<elenco><RT/></elenco>'],
    [null, zip([{ name: 'a.xml', content: 'x' }])],
  ])('%s', (name, content) => {
    expect(seen(content)).toBe(name);
  });

  it.each([
    ['H01 an empty file', '', { code: 'empty-file' }],
    ['blanks', ' \r\n\t', { code: 'empty-file' }],
    [
      'H03 an unknown XML',
      '<?xml version="1.0"?><ricetta><uova/></ricetta>',
      { code: 'unknown-format', saw: 'ricetta' },
    ],
    [
      'a list to be taught',
      'Data;Importo;Causale\n16/03/2026;1,00;x\n',
      { code: 'columns-unknown', columns: ['Data', 'Importo', 'Causale'] },
    ],
    ['a table', 'Nome;Cognome\nAnna;Bianchi\n', { code: 'unknown-format', saw: 'un testo in colonne' }],
    ['a text', 'una riga\ndue righe\n', { code: 'unknown-format', saw: 'un testo' }],
    ['a program', 'MZ\u0000\u0001', { code: 'unknown-format', saw: 'un programma' }],
    [
      'an old workbook',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      { code: 'unknown-format', saw: 'un documento di Office' },
    ],
    ['H02 a PDF', '%PDF-1.7\n%âãÏÓ', { code: 'not-importable', what: 'pdf' }],
    [
      'H02 a login page',
      '<!DOCTYPE html>\n<html><head><meta charset="utf-8">',
      { code: 'not-importable', what: 'web-page' },
    ],
    ['an older page', '\n<HTML lang=it><br>', { code: 'not-importable', what: 'web-page' }],
    ['H37 a SQLite file', 'SQLite format 3\u0000\u0010', { code: 'not-importable', what: 'database' }],
    ['74 an RPT', `<RPT xmlns="${digitpa}"/>`, { code: 'not-importable', what: 'richiesta-pagamento' }],
    [
      '74 an RR',
      `<!-- x --><?xml version="1.0"?><RR xmlns="${digitpa}Revoche/"/>`,
      { code: 'not-importable', what: 'revoca' },
    ],
    ['74 an ER', '<ER/>', { code: 'not-importable', what: 'revoca' }],
    [
      'a SOAP fault',
      soap('<s:Fault><faultcode>x</faultcode></s:Fault>'),
      { code: 'not-importable', what: 'soap-fault' },
    ],
    [
      'a fault of the node',
      soap(
        '<p:nodoChiediFlussoRendicontazioneRisposta xmlns:p="urn:p"><fault><id>x</id></fault></p:nodoChiediFlussoRendicontazioneRisposta>',
      ),
      { code: 'not-importable', what: 'soap-fault' },
    ],
    [
      'a fault in place of a list of flows',
      soap(
        '<p:nodoChiediElencoFlussiRendicontazioneRisposta xmlns:p="urn:p"><fault><id>x</id></fault></p:nodoChiediElencoFlussiRendicontazioneRisposta>',
      ),
      { code: 'not-importable', what: 'soap-fault' },
    ],
    [
      'H13 receipts in the namespace of revocations',
      `<RT xmlns="${digitpa}Revoche/"/>`,
      { code: 'unexpected-namespace', namespace: `${digitpa}Revoche/` },
    ],
    [
      'H13 a flow in a hostile namespace',
      '<x:FlussoRiversamento xmlns:x="http://example.org/a"/>',
      { code: 'unexpected-namespace', namespace: 'http://example.org/a' },
    ],
    ['H05 a DTD', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', { code: 'doctype-refused' }],
    [
      'a broken beginning',
      '<a b></a>',
      { code: 'malformed-xml', line: 1, detail: 'un attributo non è scritto bene' },
    ],
  ])('%s', (_, content, problem) => {
    expect(refusal(content)).toEqual(problem);
  });

  it('is nobody when two say "mine"', () => {
    const greedy = importers.map((importer) => ({ ...importer, claims: () => true }));
    expect(seen('<a/>', greedy)).toEqual({
      code: 'ambiguous-format',
      claimants: importers.map(({ name }) => name),
    });
  });
});
