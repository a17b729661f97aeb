/** What is wrong with an XML document, in Italian, from what saxes says of it. */
export function explainXmlError(message: string): string {
  return explanations.find(([pattern]) => pattern.test(message))?.[1] ?? 'la scrittura XML non è corretta';
}

const explanations: readonly (readonly [RegExp, string])[] = [
  [
    /^unmatched closing|^unexpected close|weird empty close/,
    'un elemento è chiuso con un nome diverso da quello con cui è aperto',
  ],
  [/only one root/, 'dopo la fine del documento ne comincia un altro'],
  [/outside of root/, 'c’è del testo fuori dal documento'],
  [/undefined entity/, 'usa un’entità non definita'],
  [/character entity|entity name|entity/, 'un riferimento a carattere (&…;) non è valido'],
  [/duplicate attribute/, 'un attributo è ripetuto'],
  [/attribut|unquoted|whitespace between/, 'un attributo non è scritto bene'],
  [/tag name|malformed name|in closing tag/, 'il nome di un elemento non è valido'],
  [/comment/, 'un commento non è scritto bene'],
  [/declaration|version number|encoding value|standalone/, 'la dichiarazione XML non è corretta'],
  [/\]\]>/, 'la sequenza ]]> non è ammessa nel testo'],
  [/disallowed character|not allowed|character/, 'contiene un carattere non ammesso'],
];

/**
 * After a bare `&` the parser waits for a `;` that may never come, and complains late or not at all. Given the
 * last text it was fed, finds such a `&` and says how many lines from the end it stands; null when there is none.
 */
export function bareAmpersand(text: string): number | null {
  const waiting = text.slice(text.lastIndexOf(';') + 1);
  const at = waiting.indexOf('&');
  // A reference that the end of the file cuts is not to blame.
  if (at === -1 || /^&#?\w{0,32}$/.test(waiting.slice(at, at + 40))) return null;
  return waiting.slice(at).split('\n').length - 1;
}
