const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  euro: '€',
  agrave: 'à',
  egrave: 'è',
  eacute: 'é',
  igrave: 'ì',
  ograve: 'ò',
  ugrave: 'ù',
  Agrave: 'À',
  Egrave: 'È',
  Eacute: 'É',
  Igrave: 'Ì',
  Ograve: 'Ò',
  Ugrave: 'Ù',
};

const reference = /&(?:#(\d{1,7}|[xX][\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;

/** The character that `&euro;` or `&#8364;` stands for at a place of a text; null when it is none that is known here. */
export function characterOf(
  text: string,
  at: number,
): { readonly text: string; readonly length: number } | null {
  reference.lastIndex = at;
  const parts = reference.exec(text);
  if (parts === null) return null;
  const [all, code, name = ''] = parts;
  const found = code === undefined ? named[name] : characterOfCode(Number(`0${code}`));
  return found === undefined ? null : { text: found, length: all.length };
}

function characterOfCode(code: number): string {
  const exists = code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
  return exists ? String.fromCodePoint(code) : '\ufffd';
}
