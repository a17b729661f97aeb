import { readFileSync } from 'node:fs';
import { array, assert, boolean, constantFrom, option, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flussoXml } from '../../../src/main/demo/write-flusso.ts';
import { ricevutaXml } from '../../../src/main/demo/write-ricevuta.ts';
import type { DocumentWarning } from '../../../src/shared/domain/document.ts';
import { sayWarning } from '../../../src/shared/wording/warnings.ts';
import { openOffice } from '../../helpers/office.ts';
import { giornale, pageHead } from './opi.ts';
import { tell, tellAll } from './reading.ts';
import {
  base64,
  cdata,
  dataUri,
  escaped,
  flussoAnswer,
  gz,
  lines,
  mail,
  mtom,
  p7m,
  p7mInPieces,
  pem,
  rtRequest,
  soap,
  zipped,
  type Bytes,
} from './wrap.ts';
import { zip } from './zip.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url));
const flusso = read('flusso-fdr1/fdr-2025.xml');
const rt = read('ricevuta/rt.xml');
const documents: readonly Bytes[] = [flusso, rt, read('ricevuta/pa-send-rt-v2.xml'), giornale()];

const signedPage = (n: number) => p7m(giornale({ head: pageHead(n, 2) }));

const contents = (content: Bytes) => tell(content).canonical;
const outcomes = (content: Bytes, name = 'f') =>
  tellAll(content, name).map((told) => [told.name, told.problem]);

describe('40, 71 one document, however it is wrapped', () => {
  it.each<[string, (content: Bytes) => Bytes]>([
    ['the answer of the node', (content) => flussoAnswer(base64(content))],
    ['the same, with line breaks', (content) => flussoAnswer(`\n${lines(content)}\n`)],
    ['the same, as Java writes line breaks', (content) => flussoAnswer(lines(content, 76, '&#xD;\n'))],
    ['the same, in CDATA', (content) => flussoAnswer(`\n  ${cdata(base64(content))}\n`)],
    [
      'the request of the PSP',
      (content) =>
        soap(
          `<nodoInviaFlussoRendicontazione><identificativoPSP>BFINITMM</identificativoPSP><identificativoFlusso>2025-04-16BFINITMM-1</identificativoFlusso><xmlRendicontazione>${base64(content)}</xmlRendicontazione></nodoInviaFlussoRendicontazione>`,
        ),
    ],
    [
      'the enriched answer of a region',
      (content) =>
        `<r:trasmettiFlussoRendicontazioneExtRequestType xmlns:r="urn:r"><Testata><IdentificativoFlusso>x</IdentificativoFlusso></Testata><PagamentiIntermediati/><FlussoRiversamento>${base64(content)}</FlussoRiversamento></r:trasmettiFlussoRendicontazioneExtRequestType>`,
    ],
    [
      'the name of a flusso, with text in it',
      (content) => `<FlussoRiversamento>${base64(content)}</FlussoRiversamento>`,
    ],
    ['paaInviaRT', (content) => rtRequest(base64(content))],
    ['paaInviaRT, compressed', (content) => rtRequest(base64(gz(content)))],
    ['paaInviaRT, zipped', (content) => rtRequest(base64(zipped(content)))],
    ['escaped XML', (content) => `<risposta><documento>${escaped(content)}</documento></risposta>`],
    [
      'escaped XML, by numbers',
      (content) =>
        `<r><d>${escaped(content).replaceAll('&lt;', '&#60;').replaceAll('&gt;', '&#x3E;')}</d></r>`,
    ],
    ['XML in CDATA', (content) => `<risposta><documento>${cdata(content)}</documento></risposta>`],
    ['base64', base64],
    ['base64 without its padding', (content) => base64(content).replace(/=+$/, '')],
    ['base64 for addresses', (content) => Buffer.from(content).toString('base64url')],
    ['base64 in lines', lines],
    ['base64 with blanks around it', (content) => `\uFEFF\r\n  ${lines(content)}\r\n\r\n`],
    ['base64 in UTF-16', (content) => Buffer.from(`\uFEFF${lines(content)}`, 'utf16le')],
    ['base64 in quotes', (content) => JSON.stringify(base64(content))],
    ['PEM', pem],
    ['a data: address', dataUri],
    ['base64 of base64', (content) => lines(base64(content))],
    ['gzip', gz],
    ['base64 of gzip', (content) => base64(gz(content))],
    ['MTOM', mtom],
    [
      'MTOM with its headers',
      (content) =>
        Buffer.concat([
          Buffer.from(
            'MIME-Version: 1.0\nContent-Type: multipart/related; start="<root@esempio>"; boundary="uuid:1-2-3"\n\n',
          ),
          mtom(content),
        ]),
    ],
    [
      'an old envelope with base64',
      (content) =>
        `Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n${lines(p7m(content))}`,
    ],
    ['p7m', p7m],
    ['p7m in BER', p7mInPieces],
    ['p7m in base64', (content) => lines(p7m(content))],
    ['p7m in PEM', (content) => pem(p7mInPieces(content))],
    ['p7m in p7m', (content) => p7m(p7mInPieces(content))],
    ['paaInviaRT with a p7m', (content) => rtRequest(base64(p7mInPieces(content, 7)), '1')],
  ])('%s', (_, wrap) => {
    for (const document of documents) {
      const told = tell(wrap(document));
      expect(told.problem).toBeNull();
      expect(told.canonical).toBe(contents(document));
    }
  });

  it('71 a receipt in a mail has the name of the attachment', () => {
    const [told, ...others] = tellAll(mail(rt, 'cartella\\rt.xml'), 'posta.eml');
    expect([told?.name, told?.canonical, others]).toEqual(['posta.eml/rt.xml', contents(rt), []]);
  });

  it('several in one answer are counted', () => {
    const answer = soap(`<esiti><rt>${base64(rt)}</rt><rt>${base64(p7m(flusso))}</rt></esiti>`);
    expect(outcomes(answer, 'a.xml')).toEqual([
      ['a.xml#1', null],
      ['a.xml#2', null],
    ]);
    expect(outcomes(zip([{ name: 'a.xml', content: answer }]), 'z.zip')).toEqual([
      ['z.zip/a.xml#1', null],
      ['z.zip/a.xml#2', null],
    ]);
  });

  it('5 a giornale in pages may be signed page by page', () => {
    const told = tell(
      zip([
        { name: '2.p7m', content: signedPage(2) },
        { name: '1.p7m', content: signedPage(1) },
      ]),
      'g.zip',
    );
    expect(told.giornali.map((header) => header.page)).toEqual([1, 2]);
    expect(told.warnings).toEqual([{ code: 'signature-removed' }]);
  });

  it('whatever wraps it, three times over', () => {
    const textual: readonly ((content: Bytes) => Bytes)[] = [
      base64,
      lines,
      pem,
      dataUri,
      gz,
      // A boundary must not occur in what is between.
      (content) => mtom(content, { boundary: `uuid:${content.length}` }),
      p7m,
      p7mInPieces,
      (content) => flussoAnswer(base64(content)),
      (content) => rtRequest(lines(content)),
      (content) => mail(content),
    ];
    // Only text can be escaped, and archives go two levels deep.
    const forXml = [escaped, cdata].map((write) => (content: Bytes) => `<a><b>${write(content)}</b></a>`);
    assert(
      property(
        constantFrom(...documents),
        option(constantFrom(...forXml)),
        array(constantFrom(...textual), { maxLength: 3 }),
        boolean(),
        (document, first, others, isZipped) => {
          let wrapped = first === null ? document : first(document);
          for (const wrap of others) wrapped = wrap(wrapped);
          expect(contents(isZipped ? zipped(wrapped) : wrapped)).toBe(contents(document));
        },
      ),
      { numRuns: 150 },
    );
  });
});

const ends = (content: Bytes) =>
  tell(content).readings.flatMap((reading) => (reading.type === 'giornale-end' ? [reading.end.signed] : []));

describe('a signature', () => {
  it('is removed and not verified, and that is said once', () => {
    expect(tell(p7m(p7m(rt))).warnings).toEqual([{ code: 'signature-removed' }]);
    expect(tell(rt).warnings).toEqual([]);
  });

  it('4 around a giornale counts as its own', () => {
    expect(ends(giornale())).toEqual([false]);
    expect(ends(p7m(giornale()))).toEqual([true]);
  });
});

describe('74 what is no evidence is explained through its wrappers', () => {
  const digitpa = 'http://www.digitpa.gov.it/schemas/2011/Pagamenti/';
  it.each<[string, Bytes, string]>([
    ['an RPT in base64', base64(`<RPT xmlns="${digitpa}"/>`), 'richiesta-pagamento'],
    ['an RPT under another root', `<esito><RPT xmlns="${digitpa}"><a/></RPT></esito>`, 'richiesta-pagamento'],
    ['an RR in an answer', rtRequest(base64(`<RR xmlns="${digitpa}Revoche/"/>`)), 'revoca'],
    ['an ER in a p7m', p7m('<ER/>'), 'revoca'],
    ['a fault in gzip', gz(soap('<soapenv:Fault><faultcode>x</faultcode></soapenv:Fault>')), 'soap-fault'],
    ['a PDF in a p7m', p7m('%PDF-1.7 qualcosa di lungo abbastanza'), 'pdf'],
  ])('%s', (_, content, what) => {
    expect(outcomes(content)).toEqual([['f', { code: 'not-importable', what }]]);
  });

  it('an RPT beside an RT does not hinder it', () => {
    const both = soap(`<copia><rpt>${base64('<RPT><dominio/></RPT>')}</rpt><rt>${base64(rt)}</rt></copia>`);
    expect(outcomes(both)).toEqual([
      ['f#1', { code: 'not-importable', what: 'richiesta-pagamento' }],
      ['f#2', null],
    ]);
  });
});

describe('what is not wrapped stays what it is', () => {
  it.each<[string, Bytes, string]>([
    ['a text of letters only', 'abcdefghijklmnopqrstuvwxyz0123456789', 'un testo'],
    ['base64 of nothing known', base64('una lettera qualsiasi, lunga quanto basta per esserlo'), 'un testo'],
    [
      'an invoice with attachments',
      `<FatturaElettronica><Attachment>${base64('<ordine><riga/></ordine>')}</Attachment></FatturaElettronica>`,
      'FatturaElettronica',
    ],
    ['a mail that is only text', 'From: a@esempio.it\nSubject: saluti\n\nCiao', 'un testo'],
  ])('%s', (_, content, saw) => {
    expect(outcomes(content)).toEqual([['f', { code: 'unknown-format', saw }]]);
  });

  it('65 the marca da bollo inside a receipt is not taken for a document', () => {
    expect(tell(read('ricevuta/pa-send-rt-v2.xml')).ricevute).toHaveLength(1);
    expect(tell(rt).ricevute[0]?.transfers.map(({ bollo }) => bollo)).toEqual([false, true]);
  });
});

const said = (told: { readonly warnings: readonly DocumentWarning[] } | undefined) =>
  told?.warnings.map(sayWarning).join();

describe('in the office', () => {
  it('a document out of a signature says so in the preview, in the report and in the history', async () => {
    const office = await openOffice();
    const papers = { 'rt.xml.p7m': p7m(ricevutaXml({ iuv: '01000000000000158', shape: 'rt' })) };
    const words = expect.stringMatching(/^Firma rimossa, non verificata/) as unknown;
    const { shown } = await office.ask('documents.preview', { parcels: office.handOver(papers) });
    expect(said(shown[0])).toEqual(words);
    const dropped = await office.drop(papers);
    expect(said(dropped.documents[0])).toEqual(words);
    expect(said((await office.history())[0])).toEqual(words);
  });

  it('40, 71 the same in another wrapper is already there, and changes nothing', async () => {
    const office = await openOffice();
    const papers = {
      'flusso.xml': flussoXml({
        iuf: '2026-03-02BINVIT9X-S1',
        righe: [{ iuv: '01000000000000158', iur: 'a', cents: 100 }],
      }),
      'rt.xml': ricevutaXml({ iuv: '01000000000000158', shape: 'rt' }),
      'ricevuta.xml': ricevutaXml({ iuv: '01000000000000259', transfers: [{ cents: 52 }] }),
    };
    const wrapped = (wrap: (content: Bytes) => Bytes) =>
      Object.fromEntries(Object.entries(papers).map(([name, content]) => [name, wrap(content)]));
    const first = await office.drop(wrapped(p7mInPieces));
    expect(first.documents.map(({ outcome, warnings }) => [outcome, warnings[0]?.code])).toEqual(
      Object.keys(papers).map(() => ['imported', 'signature-removed']),
    );
    const digest = await office.digest();
    for (const wrap of [
      (content: Bytes) => content,
      lines,
      pem,
      gz,
      mtom,
      zipped,
      (content: Bytes) => rtRequest(base64(content)),
    ]) {
      const { documents: again } = await office.drop(wrapped(wrap));
      expect(again.map(({ outcome }) => outcome)).toEqual(Object.keys(papers).map(() => 'already-imported'));
    }
    expect(await office.digest()).toBe(digest);
  });
});
