/** How an amount is written: so many decimals, or as few as it needs (`22`, `218.4`, `38.73`). */
export type Decimals = number | 'short';

/** Cents as an XML decimal, without ever passing through a float. */
export function amountText(cents: number, decimals: Decimals = 2): string {
  const sign = cents < 0 ? '-' : '';
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = sign + digits.slice(0, -2);
  const fraction = digits.slice(-2);
  if (decimals !== 'short') return `${whole}.${fraction.padEnd(decimals, '0')}`;
  const needed = fraction.replace(/0+$/, '');
  return needed === '' ? whole : `${whole}.${needed}`;
}

/** Text made safe for an element or an attribute. */
export function escapeXml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** What a leaf may hold; `null` and `undefined` leave the element out. */
export type Leaf = string | number | null | undefined;

/** Builds an XML text line by line; every name gets the prefix in force. */
export class XmlLines {
  readonly #lines: string[] = [];
  readonly #indent: boolean;
  #pad = '';
  #prefix: string;

  constructor(indent: boolean, prefix: string) {
    this.#indent = indent;
    this.#prefix = prefix;
  }

  /** From here on names are written with this prefix (`'pay_i:'`, or `''`). */
  usePrefix(prefix: string): void {
    this.#prefix = prefix;
  }

  open(name: string, attributes = ''): void {
    this.raw(`<${this.#prefix}${name}${attributes}>`);
    this.#pad += '  ';
  }

  close(name: string): void {
    this.#pad = this.#pad.slice(2);
    this.raw(`</${this.#prefix}${name}>`);
  }

  leaf(name: string, value: Leaf): void {
    if (value === null || value === undefined) return;
    const text = typeof value === 'number' ? String(value) : escapeXml(value);
    this.raw(`<${this.#prefix}${name}>${text}</${this.#prefix}${name}>`);
  }

  /** A line that is already XML; the empty one is left out. */
  raw(xml: string): void {
    if (xml !== '') this.#lines.push(this.#indent ? this.#pad + xml : xml);
  }

  /** The whole text: one element per line, or everything on one line. */
  text(): string {
    return this.#indent ? `${this.#lines.join('\n')}\n` : this.#lines.join('');
  }
}

/** The usual first line; the encoding is only a label, the bytes are the caller's affair. */
export function declaration(encoding = 'UTF-8'): string {
  return `<?xml version="1.0" encoding="${encoding}"?>`;
}
