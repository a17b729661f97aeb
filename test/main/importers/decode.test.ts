import { describe, expect, it } from 'vitest';
import { giornale, movimento } from './opi.ts';
import { tell } from './reading.ts';

const text = giornale({ movimenti: movimento({ causale: 'Saldo della Città: perché no? 10 €' }) });
const plain = tell(text);

function declared(encoding: string): string {
  return text.replace('UTF-8', encoding);
}

function utf16be(content: string): Buffer {
  return Buffer.from(content, 'utf16le').swap16();
}

describe('encodings', () => {
  it('reads UTF-8', () => {
    expect(plain.problem).toBeNull();
    expect(plain.warnings).toEqual([]);
    expect(plain.movimenti[0]?.causali).toEqual(['Saldo della Città: perché no? 10 €']);
    expect(plain.giornali[0]?.enteDenominazione).toBe('COMUNE DI CITTÀ FINTA');
  });

  const bom = '\uFEFF';
  it.each([
    ['UTF-8 with BOM', Buffer.from(bom + text)],
    ['UTF-16 LE with BOM', Buffer.from(bom + declared('UTF-16'), 'utf16le')],
    ['UTF-16 BE with BOM', utf16be(bom + declared('utf-16'))],
    ['UTF-16 LE without BOM', Buffer.from(declared('UTF-16LE'), 'utf16le')],
    ['Windows-1252', windows1252(declared('windows-1252'))],
    ['ISO-8859-1, which in practice is Windows-1252', windows1252(declared('ISO-8859-1'))],
    ['latin1', windows1252(declared('latin1'))],
    ['ISO-8859-15', Buffer.from(declared('iso-8859-15').replace('€', '\u00a4'), 'latin1')],
    ['no declaration', Buffer.from(text.slice(text.indexOf('?>') + 2))],
    ['US-ASCII declared, UTF-8 written', Buffer.from(declared('US-ASCII'))],
  ])('reads %s without a word', (_, bytes) => {
    const told = tell(bytes);
    expect(told.problem).toBeNull();
    expect(told.warnings).toEqual([]);
    expect(told.canonical).toBe(plain.canonical);
  });

  it('recovers Windows-1252 bytes declared UTF-8, and tells it', () => {
    const told = tell(windows1252(text));
    expect(told.canonical).toBe(plain.canonical);
    expect(told.warnings).toEqual([{ code: 'encoding-recovered', declared: 'UTF-8', used: 'Windows-1252' }]);
  });

  it('believes the bytes when UTF-16 is declared in UTF-8, as .NET does', () => {
    const told = tell(declared('utf-16'));
    expect(told.canonical).toBe(plain.canonical);
    expect(told.warnings).toEqual([{ code: 'encoding-recovered', declared: 'utf-16', used: 'UTF-8' }]);
  });

  it.each([
    ['an encoding that nobody uses', Buffer.from(declared('KOI8-R')), 'KOI8-R'],
    ['bytes that are neither', Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x81])]), 'UTF-8'],
    ['a lone surrogate', Buffer.from(`${bom}${text}\uD800 `, 'utf16le'), 'UTF-16'],
  ])('refuses %s', (_, bytes, label) => {
    expect(tell(bytes).problem).toEqual({ code: 'unreadable-encoding', declared: label });
  });

  it('reads characters cut by the borders of chunks', () => {
    const causale = 'à€𝄞'.repeat(60_000);
    const long = giornale({
      movimenti: ['', 'x', 'xx', 'xxx'].map((shift) => movimento({ causale: shift + causale })).join(''),
    });
    expect(tell(long).movimenti.map(({ causali }) => causali[0])).toEqual(
      ['', 'x', 'xx', 'xxx'].map((shift) => shift + causale),
    );
  });
});

describe('junk before the XML', () => {
  it.each([
    ['a comment', '<!-- Copyright 2025 <Ente> & C. -->\n'],
    ['a blank line', '\r\n'],
    ['a licence', 'Licenza d’uso: libera.\n\n'],
    ['a second BOM', '\uFEFF'],
  ])('drops %s before the declaration, and tells it', (_, junk) => {
    const told = tell(`\uFEFF${junk}${text}`);
    expect(told.canonical).toBe(plain.canonical);
    expect(told.warnings).toEqual([{ code: 'junk-before-xml', characters: junk.length }]);
  });

  it('keeps quiet over a comment where there is no declaration: it is legal there', () => {
    const told = tell(`<!-- prova -->${text.slice(text.indexOf('?>') + 2)}`);
    expect(told.canonical).toBe(plain.canonical);
    expect(told.warnings).toEqual([]);
  });

  it('counts the dropped lines when it tells where an error is', () => {
    const told = tell(`<!--\n\n-->\n${text.replace('</pagina>', '</pagine>')}`);
    expect(told.problem).toMatchObject({ code: 'malformed-xml', line: 10 });
  });
});

function windows1252(content: string): Buffer {
  return Buffer.from(content.replaceAll('€', '\u0080'), 'latin1');
}
