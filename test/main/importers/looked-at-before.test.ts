import { describe, expect, it } from 'vitest';
import { findEncoding } from '../../../src/main/importers/encoding.ts';
import { findFirstElements } from '../../../src/main/importers/first-elements.ts';

/** What each says after each of the others, which must be what it says after something of another kind. */
function afterEach<T>(texts: readonly string[], other: string, find: (text: string) => T): [T, T][] {
  return texts.flatMap((before) =>
    texts.map((text): [T, T] => {
      find(before);
      const told = find(text);
      find(other);
      return [told, find(text)];
    }),
  );
}

const encodingOf = (text: string) => findEncoding(Buffer.from(text, 'latin1'));

describe('a file is told by itself, whatever was looked at before', () => {
  it('its first elements', () => {
    const texts = [
      '<a><b>',
      '<a><b/>',
      '<a><bc>',
      '<a><c>',
      '<a></a>',
      '<a/>',
      '<a>',
      '<x:a xmlns:x="urn:1"><b>',
      '<x:a xmlns:x="urn:2"><b>',
      '<Envelope><Header><z/></Header><Body><a><b>',
      '<Envelope><Header><z/></Header><Body><c><b>',
      '<Envelope><Header>',
    ];
    for (const [told, alone] of afterEach(texts, '<other><first>', findFirstElements))
      expect(told).toEqual(alone);
  });

  it('its encoding', () => {
    const texts = [
      '<?xml version="1.0" encoding="UTF-8"?><a/>',
      '<?xml version="1.0" encoding="UTF-16"?><a/>',
      '<?xml version="1.0" encoding="ISO-8859-15"?><a/>',
      '<?xml version="1.0"?><a/>',
      '<?xml version="1.0" encoding="what"?><a/>',
      '\u00ef\u00bb\u00bf<?xml version="1.0" encoding="ISO-8859-15"?><a/>',
      '<?xml version="1.0" enc',
      ' <?xml version="1.0" encoding="UTF-8"?><a/>',
    ];
    for (const [told, alone] of afterEach(texts, '<?xml version="1.1" encoding="windows-1252"?>', encodingOf))
      expect(told).toEqual(alone);
  });
});
