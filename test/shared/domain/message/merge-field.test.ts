import { describe, expect, it } from 'vitest';
import {
  fieldNamed,
  isPersonal,
  isTextField,
  mergeFields,
  nearest,
} from '../../../../src/shared/domain/message/merge-field.ts';

describe('the name of a field', () => {
  it.each([
    ['nome', 'nome'],
    [' nome ', 'nome'],
    ['Nome', null],
    ['colonna:Via', 'colonna:Via'],
    [' colonna:  Via Roma ', 'colonna:Via Roma'],
    ['colonna:', null],
    ['la colonna:Via', null],
    ['', null],
  ])('%j is %s', (written, field) => {
    expect(fieldNamed(written)).toBe(field);
  });

  it.each([
    ['inporto', 'importo'],
    ['Scadenza', 'scadenza'],
    ['ent', 'ente'],
    ['te', null],
    ['ratta', 'rata'],
    ['numero_avviso', 'numeroAvviso'],
    ['nmoe', null],
    ['xyz', null],
    ['', null],
  ])('nearest to %j is %s', (written, field) => {
    expect(nearest(written, mergeFields)).toBe(field);
  });

  it.each([
    // A third of the letters may be wrong, and one always.
    ['abcde', ['abcxy'], null],
    ['abcde', ['abcdx'], 'abcdx'],
    ['abcdef', ['abcdxy'], 'abcdxy'],
    ['abcdef', ['abcxyz'], null],
    ['abcdef', ['abcd'], 'abcd'],
    ['abcdef', ['xabcdefy'], 'xabcdefy'],
    ['abcdef', ['bacdef'], 'bacdef'],
    ['a', ['b'], 'b'],
    ['ab', ['cd'], null],
    ['abcd', ['abce', 'abcf'], 'abce'],
    ['abcdef', ['abcdxy', 'abcdex'], 'abcdex'],
    ['abcdef', ['abcdef', 'abcdex'], 'abcdef'],
  ])('nearest to %j among %j is %s', (written, names, name) => {
    expect(nearest(written, names)).toBe(name);
  });

  it('tells what a person writes once for a campaign, and what is of one person', () => {
    expect([isTextField('testo'), isTextField('nome'), isTextField('boh')]).toEqual([true, false, false]);
    expect([isPersonal('nome'), isPersonal('colonna:Via'), isPersonal('scadenza')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
