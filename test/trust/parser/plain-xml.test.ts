import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bytesInMemory, type ByteSource } from '../../../src/main/importers/bytes.ts';
import { decode } from '../../../src/main/importers/decode.ts';
import { compile } from '../../../src/main/importers/path.ts';
import { readPlainXml } from '../../../src/main/importers/plain-xml.ts';
import { readXml } from '../../../src/main/importers/read-xml.ts';
import { Refusal } from '../../../src/main/importers/refusal.ts';
import type { Shape } from '../../../src/main/importers/shape.ts';
import { readStrictXml } from '../../../src/main/importers/strict-xml.ts';
import { aFlusso, aGiornale, anIuf, aPayment, aRicevuta } from '../../scenarios/papers.ts';
import { found, times } from '../figures.ts';
import { mutate, randomOf, type Random } from './mutate.ts';

/** Wants every text, or no text of every second name; writes down all that it hears. */
function recorder(heard: string[], wants: (name: string) => boolean): Shape {
  const wanted: Shape = {
    open: (name, attributes) => void heard.push(`<${name} ${JSON.stringify(attributes)}`),
    text: (text) => void heard.push(text),
    close: () => void heard.push('>'),
    get otherwise() {
      return wanted;
    },
    get children() {
      return Object.fromEntries(skipped.map((name) => [name, silent]));
    },
  };
  const silent: Shape = {
    open: (name) => void heard.push(`<<${name}`),
    close: () => void heard.push('>>'),
    get otherwise() {
      return wanted;
    },
  };
  const skipped = ['cliente', 'testata', 'importo', 'a', 'b'].filter((name) => !wants(name));
  return wanted;
}

/** What the parser that knows all of XML makes of it, alone. */
function strictly(source: ByteSource, wants: (name: string) => boolean): unknown {
  const heard: string[] = [];
  const decoded = decode(source);
  if (!decoded.ok) return { problem: decoded.problem };
  try {
    readStrictXml(decoded.value.pieces(), recorder(heard, wants), decoded.value.linesBefore, 0);
    return { heard };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { problem: error.problem, heard };
  }
}

function asInTheProgram(source: ByteSource, wants: (name: string) => boolean): unknown {
  const heard: string[] = [];
  const read = readXml(source, recorder(heard, wants), { warning: () => undefined });
  if (read.ok) return { heard };
  return decode(source).ok ? { problem: read.problem, heard } : { problem: read.problem };
}

/** The pieces of markup that a tokenizer may get wrong, one after another in any order. */
function invent(random: Random): string {
  const parts = Array.from({ length: 1 + Math.floor(random() * 24) }, () => pick(random, markup));
  const body = parts.join('');
  return random() < 0.5
    ? `${pick(random, heads)}<a>${body}</a>${pick(random, tails)}`
    : `${pick(random, heads)}${body}`;
}

const heads = [
  '',
  '<?xml version="1.0"?>',
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  '<?xml version="1.1"?>',
  '\n',
  '<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>\r\n',
  '<!-- a -->',
  '<?xml version="1.0" encoding="UTF-8" ?>',
  "<?xml version='1.0' standalone='no'?>",
];
const tails = ['', '\n', ' \r\n', '<!-- end -->', '\r', 'x', '<b/>', '&amp;', '<?pi?>', '\u00a0'];
const markup = [
  '<a>',
  '</a>',
  '<b>',
  '</b>',
  '<b/>',
  '<b />',
  '<c:d>',
  '</c:d>',
  '</b >',
  '<importo>1</importo>',
  '<cliente>x<b>y</b>z</cliente>',
  '<b x="1">',
  '<b x="1" y=\'2\'/>',
  '<b x="1" x="2"/>',
  '<b x=1/>',
  '<b x="&lt;"/>',
  '<b x="a\nb"/>',
  '<b x="<"/>',
  '<b x="é"/>',
  '<b x = "1"/>',
  '<b x="1"y="2"/>',
  '<b __proto__="1"/>',
  '<b toString="1"/>',
  'text',
  'é',
  '€',
  '😀',
  '\ud800',
  '\ufffe',
  '\u0085',
  '\u2028',
  '\u007f',
  '\u0001',
  '\u0000',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '&amp;',
  '&lt;',
  '&gt;',
  '&quot;',
  '&apos;',
  '&#65;',
  '&#x41;',
  '&#X41;',
  '&#0;',
  '&#13;',
  '&#x10FFFF;',
  '&#x1F600;',
  '&#xD800;',
  '&#xFFFE;',
  '&foo;',
  '&',
  '& ',
  '&amp',
  '&;',
  '&#;',
  '&#x;',
  '&toString;',
  '&__proto__;',
  '&__proto__',
  '&toString',
  '&amp',

  '<!-- c -->',
  '<!---->',
  '<!-- -- -->',
  '<!-- --->',
  '<!--',
  '-->',
  '<![CDATA[x<&]]>',
  '<![CDATA[]]>',
  '<![CDATA[]]]>',
  '<![CDATA[',
  ']]>',
  ']]',
  '>',
  ']]&gt;',
  '<![cdata[x]]>',
  '<?pi x?>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a>',
  '<!ELEMENT b>',
  '<',
  '< b>',
  '<1>',
  '<-a/>',
  '<a.b-c_d/>',
  '<é/>',
  '<:a/>',
  '</>',
  '<a',
  '<b\n>',
  '<b\r\n/>',
  '"',
  "'",
  '<toString/>',
  '<constructor>',
];

function all(): boolean {
  return true;
}

function pick<T>(random: Random, of: readonly T[]): T {
  const one = of[Math.floor(random() * of.length)];
  if (one === undefined) throw new Error('nothing to pick');
  return one;
}

const papers = [
  aGiornale([{ numero: '1', cents: 1200, causale: 'SOCIETÀ & CANONI <uno>' }]),
  aFlusso(anIuf(1), [aPayment(1, 100), aPayment(2, 200)]),
  aRicevuta(aPayment(1, 100)),
].map((xml) => Buffer.from(xml));

const samples = join(import.meta.dirname, '../../main/importers');
const sampleFiles = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xml'))
  .map((name) => readFileSync(join(samples, name)));

const files = [...papers, ...sampleFiles];

it('R36 tells the same of invented markup as the parser that knows all of XML, or refuses it with the same words', () => {
  const random = randomOf(3);
  const count = times(4_000, 200_000);
  let plain = 0;
  for (let i = 0; i < count; i++) {
    const text = invent(random);
    const wants = (name: string): boolean => (name.length + i) % 2 === 0;
    const source = bytesInMemory(Buffer.from(text));
    expect({ text, told: asInTheProgram(source, wants) }).toEqual({ text, told: strictly(source, wants) });
    if (readPlainXml([Buffer.from(text)], compile({})) === null) plain += 1;
  }
  expect(plain).toBeGreaterThan(count / 200);
  found('R36', `${count} testi inventati letti come li legge saxes, 0 differenze`);
});

it('R36 tells the same of files that were damaged', () => {
  const random = randomOf(4);
  const count = times(2_000, 40_000);
  for (let i = 0; i < count; i++) {
    const bytes = mutate(pick(random, files), files, random);
    const wants = (name: string): boolean => (name.length + i) % 2 === 0;
    const source = bytesInMemory(bytes);
    const text = bytes.toString('latin1').slice(0, 2_000);
    expect({ text, told: asInTheProgram(source, wants) }).toEqual({ text, told: strictly(source, wants) });
  }
});

it('R36 tells the same wherever the pieces of a document end', () => {
  const text = `<?xml version="1.0"?>\r\n<a>\r\n<b x='1'>è &amp; <![CDATA[<]]>\r</b><!-- c --><importo/></a >\r\n`;
  const bytes = Buffer.from(text);
  const expected = strictly(bytesInMemory(bytes), all);
  for (let cut = '<?xml version="1.0"?>'.length; cut < bytes.length; cut++) {
    const heard: string[] = [];
    const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
    const shape = recorder(heard, all);
    const tags = readPlainXml(pieces, compile(shape));
    if (tags !== null) readStrictXml([text], shape, 0, tags);
    expect({ heard }).toEqual(expected);
  }
});

it('R36 reads ordinary papers without the other parser', () => {
  for (const paper of papers) expect(readPlainXml([paper], compile({}))).toBe(null);
});
