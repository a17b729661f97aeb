import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sayDocumentProblem } from '../../../src/shared/wording/document-problems.ts';
import { tellAll } from './reading.ts';
import {
  base64,
  cdata,
  der,
  detached,
  escaped,
  flussoAnswer,
  gz,
  lines,
  mtom,
  open,
  p7m,
  p7mInPieces,
  rtRequest,
  sealed,
  signed,
  signedOver,
  type Bytes,
} from './wrap.ts';
import { zip } from './zip.ts';
import { ownTime } from '../../helpers/own-time.ts';

const rt = readFileSync(new URL('ricevuta/rt.xml', import.meta.url));

/** What became of a file; nothing may take longer than a second or two. */
function problems(content: Bytes): unknown[] {
  const start = ownTime();
  const told = tellAll(content, 'f');
  expect(ownTime() - start).toBeLessThan(3_000);
  const sentences = told.map(({ problem }) => (problem === null ? 'Bene.' : sayDocumentProblem(problem)));
  expect(sentences.filter((sentence) => !/^[A-ZÈ].*[.]$/.test(sentence))).toEqual([]);
  return told.map(({ problem }) => problem);
}

const damaged = (wrapper: string, detail: string) => ({ code: 'wrapper-damaged', wrapper, detail });
const overCeiling = (ceiling: string, max: number) => ({ code: 'over-ceiling', ceiling, max });
const incomplete = { code: 'incomplete-file' };

describe('hostile base64', () => {
  it.each<[string, Bytes, unknown]>([
    ['cut', base64(rt).slice(0, 1_001), incomplete],
    ['cut in an answer', flussoAnswer(base64(rt).slice(0, 1_001)), incomplete],
    ['in an answer that is cut', flussoAnswer(base64(rt)).slice(0, 1_500), incomplete],
    [
      'with something else in it',
      `${base64(rt).slice(0, 1_000)}*${base64(rt).slice(1_000)}`,
      damaged('base64', 'contiene caratteri che non sono base64'),
    ],
    [
      'that ends and goes on',
      `${base64(rt)}==${base64(rt)}`,
      damaged('base64', 'contiene caratteri che non sono base64'),
    ],
    [
      'with more blanks than letters',
      `${base64(rt)}${' '.repeat(2_000_000)}AAAA`,
      damaged('base64', 'contiene caratteri che non sono base64'),
    ],
  ])('%s', (_, content, problem) => {
    expect(problems(content)).toEqual([problem]);
  });

  it('of a zip that expands a thousand times', () => {
    const bomb = zip([{ name: 'bomba.xml', content: Buffer.alloc(100 * 1024 * 1024, 0x20) }]);
    expect(problems(base64(bomb))).toEqual([overCeiling('ratio', 250)]);
    expect(problems(rtRequest(base64(bomb)))).toEqual([overCeiling('ratio', 250)]);
  });

  it('in base64 in base64, too often to be looked through', () => {
    let wrapped: Bytes = '<RT/>'.padEnd(100);
    for (let i = 0; i < 17; i++) wrapped = base64(wrapped);
    expect(problems(wrapped)).toEqual([{ code: 'unknown-format', saw: 'un testo' }]);
  });
});

describe('hostile XML around documents', () => {
  it.each<[string, Bytes, unknown]>([
    [
      'with a DTD inside',
      `<a><!DOCTYPE x><b>${base64(rt)}</b></a>`,
      { code: 'malformed-xml', line: 1, detail: 'la dichiarazione XML non è corretta' },
    ],
    [
      '10,000 levels deep',
      `<a>${'<b>'.repeat(10_000)}${base64(rt)}${'</b>'.repeat(10_000)}</a>`,
      overCeiling('depth', 64),
    ],
    [
      'a receipt 10,000 levels deep',
      `<a><RT>${'<b>'.repeat(10_000)}${'</b>'.repeat(10_000)}</RT></a>`,
      overCeiling('depth', 64),
    ],
    [
      'a tag that does not end',
      `<a><b c="${'x'.repeat(2_000_000)}"/></a>`,
      overCeiling('attribute-length', 65_536),
    ],
    ['a CDATA that does not end', `<a><b><![CDATA[${rt.toString()}</b></a>`, incomplete],
  ])('%s', (_, content, problem) => {
    expect(problems(content)).toEqual([problem]);
  });

  it('with another in it, and another in that', () => {
    let wrapped = `<a>${rt.subarray(rt.indexOf('<pay_i:RT')).toString()}</a>`;
    for (let i = 0; i < 17; i++)
      wrapped = i % 2 === 0 ? `<a><b>${cdata(wrapped)}</b></a>` : `<a><b>${base64(wrapped)}</b></a>`;
    expect(problems(wrapped)).toEqual([overCeiling('nesting', 16)]);
  });

  it('escaped over and over stays short of trouble', () => {
    let wrapped = '<RT>'.padEnd(40).concat('</RT>');
    for (let i = 0; i < 12; i++) wrapped = `<a><b>${escaped(wrapped)}</b></a>`;
    expect(problems(wrapped)).toEqual([{ code: 'missing-field', field: 'identificativoUnivocoVersamento' }]);
  });
});

const listIn = (namespace: string) =>
  `<x:ricevute xmlns:x="${namespace}">${rt
    .subarray(rt.indexOf('<pay_i:RT'))
    .toString()
    .replace(/ xmlns:pay_i="[^"]*"/, '')
    .replaceAll('pay_i:', 'x:')}</x:ricevute>`;

describe('H13 a list of receipts', () => {
  it('keeps the namespace that it declares outside them', () => {
    const digitpa = 'http://www.digitpa.gov.it/schemas/2011/Pagamenti/';
    expect(problems(listIn(digitpa))).toEqual([null]);
    const revocations = `${digitpa}Revoche/`;
    expect(problems(listIn(revocations))).toEqual([{ code: 'unexpected-namespace', namespace: revocations }]);
  });
});

describe('hostile gzip', () => {
  const bomb = gz(Buffer.alloc(200 * 1024 * 1024, 0x20));
  it.each<[string, Bytes, unknown]>([
    ['that expands a thousand times', bomb, overCeiling('ratio', 250)],
    ['the same in base64', base64(bomb), overCeiling('ratio', 250)],
    ['cut', gz(rt).subarray(0, 300), damaged('gzip', 'manca la fine')],
    ['of nothing', gz('').subarray(0, 12), damaged('gzip', 'manca la fine')],
    ['broken', gz(rt).fill(0, 200, 210), damaged('gzip', 'i suoi dati compressi sono rovinati')],
  ])('%s', (_, content, problem) => {
    expect(problems(content)).toEqual([problem]);
  });

  it('that lies about its size', () => {
    const liar = Buffer.from(gz(rt));
    liar.writeUInt32LE(0xffff_ffff, liar.length - 4);
    expect(problems(liar)).toEqual([damaged('gzip', 'i suoi dati compressi sono rovinati')]);
  });

  it('that has no gzip in it but its mark', () => {
    const raw = Buffer.concat([Buffer.from('1f8b080000000000', 'hex'), deflateRawSync(rt)]);
    expect(problems(raw)[0]).toMatchObject({ code: 'wrapper-damaged', wrapper: 'gzip' });
  });
});

describe('H25, H26 hostile signatures', () => {
  const whole = p7m(rt);
  const pieces = p7mInPieces(rt);
  const misshapen = damaged('p7m', 'la sua struttura non è quella di una firma');
  const withLength = (length: string) =>
    Buffer.concat([whole.subarray(0, 1), Buffer.from(length, 'hex'), whole.subarray(4)]);
  it.each<[string, Bytes, unknown]>([
    ['without the document', detached(), { code: 'not-importable', what: 'signature-only' }],
    ['with an empty document', p7m(''), { code: 'not-importable', what: 'signature-only' }],
    ['encrypted', sealed(), { code: 'not-importable', what: 'encrypted' }],
    [
      'of four gigabytes',
      withLength('84ffffffff'),
      damaged('p7m', 'dichiara più dati di quanti ne contiene'),
    ],
    [
      'of more than there is room for',
      withLength('87ffffffffffffff'),
      damaged('p7m', 'dichiara una lunghezza impossibile'),
    ],
    ['cut', whole.subarray(0, 500), damaged('p7m', 'dichiara più dati di quanti ne contiene')],
    [
      'cut between its pieces',
      pieces.subarray(0, 2_100),
      damaged('p7m', 'dichiara più dati di quanti ne contiene'),
    ],
    [
      'cut at the end of a piece',
      pieces.subarray(0, pieces.indexOf(rt.subarray(0, 1_000)) + 1_000),
      damaged('p7m', 'manca la fine'),
    ],
    ['with a number for a document', signed(der(0xa0, der(0x02, Buffer.from([1])))), misshapen],
    ['in pieces that are no pieces', signed(der(0xa0, der(0x24, der(0x02, Buffer.from([1]))))), misshapen],
    [
      '100,000 levels deep',
      signed(Buffer.concat([Buffer.from([0xa0, 0x80]), Buffer.from('2480'.repeat(100_000), 'hex')])),
      damaged('p7m', 'ha troppi elementi uno dentro l’altro'),
    ],
    ['of a program', p7m('MZ\u0000\u0001'), { code: 'unknown-format', saw: 'un programma' }],
  ])('%s', (_, content, problem) => {
    expect(problems(content)).toEqual([problem]);
  });

  it('100,000 levels deep with an end for each', () => {
    let inner = open(0x24);
    for (let i = 0; i < 40; i++) inner = open(0x24, inner);
    expect(problems(signed(open(0xa0, inner)))).toEqual([
      damaged('p7m', 'ha troppi elementi uno dentro l’altro'),
    ]);
  });

  it('signed 10,000 times', () => {
    expect(problems(signedOver(rt, 10_000))).toEqual([overCeiling('nesting', 16)]);
  });

  it('a certificate is not a signature', () => {
    expect(problems(der(0x30, Buffer.alloc(300, 1)))).toEqual([
      { code: 'unknown-format', saw: 'una firma o un certificato' },
    ]);
  });
});

const headers = (boundary: string) =>
  Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="${boundary}"\r\n\r\n`);

describe('lying boundaries', () => {
  it.each<[string, Bytes, unknown]>([
    [
      'that never come',
      Buffer.concat([headers('altro'), mtom(rt)]),
      damaged('multipart', 'il separatore dichiarato non c’è'),
    ],
    [
      'that are not told',
      Buffer.concat([Buffer.from('Content-Type: multipart/related\r\n\r\n'), mtom(rt)]),
      damaged('multipart', 'non dice come sono separate le sue parti'),
    ],
    [
      'with a part that is not there',
      mtom(rt, { href: 'cid:altro@esempio' }),
      damaged('multipart', 'manca la parte «altro@esempio», in cui sta il documento'),
    ],
    [
      'with nothing between them',
      Buffer.concat([headers('x'), Buffer.from('--x--\r\n')]),
      damaged('multipart', 'non contiene alcun documento'),
    ],
    [
      'a hundred thousand',
      Buffer.concat([headers('x'), Buffer.from('--x\r\n\r\n'.repeat(100_000))]),
      overCeiling('entries', 10_000),
    ],
  ])('%s', (_, content, problem) => {
    expect(problems(content)).toEqual([problem]);
  });

  it('and an envelope saved without what it refers to', () => {
    const include = '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:a@b"/>';
    expect(problems(flussoAnswer(include))).toEqual([
      damaged('multipart', 'il documento è in un allegato che nel file non c’è'),
    ]);
  });

  it('that are the beginning of others', () => {
    const inner = Buffer.from(
      mtom(rt, { boundary: 'ab' }).toString('latin1').replaceAll('--ab', '--abc'),
      'latin1',
    );
    const outer = Buffer.concat([
      headers('ab'),
      Buffer.from('--ab\r\nContent-Type: multipart/related; boundary=abc\r\n\r\n'),
      inner,
      Buffer.from('\r\n--ab--\r\n'),
    ]);
    expect(problems(outer)).toEqual([null]);
  });

  it('missing at the end: what came is read', () => {
    const cut = mtom(rt);
    expect(problems(cut.subarray(0, cut.length - 18))).toEqual([null]);
  });

  it('attached base64 that is none', () => {
    const part = `--x\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(rt)}!\r\n--x--`;
    expect(problems(part)).toEqual([damaged('base64', 'contiene caratteri che non sono base64')]);
  });
});
