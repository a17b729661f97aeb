import { expect, it } from 'vitest';
import { readInline } from '../../../../src/shared/domain/message/markdown/inline.ts';
import type { Inline } from '../../../../src/shared/domain/message/markdown/nodes.ts';

it.each([
  ['*foo**bar**baz*', '<i>foo<b>bar</b>baz</i>'],
  ['**foo*', '*<i>foo</i>'],
  ['*foo**', '<i>foo</i>*'],
  ['***foo** bar*', '<i><b>foo</b> bar</i>'],
  ['***foo* bar**', '<b><i>foo</i> bar</b>'],
  ['*foo **bar***', '<i>foo <b>bar</b></i>'],
  ['*foo**bar***', '<i>foo<b>bar</b></i>'],
  ['*foo**bar*', '<i>foo**bar</i>'],
  ['foo***bar***baz', 'foo<i><b>bar</b></i>baz'],
  ['foo******bar*********baz', 'foo<b><b><b>bar</b></b></b>***baz'],
  ['*foo [bar*](https://x)', '*foo <a>bar*</a>'],
  ['*foo _bar* baz_', '<i>foo _bar</i> baz_'],
  ['**foo **bar baz**', '**foo <b>bar baz</b>'],
  ['a * foo bar*', 'a * foo bar*'],
  ['a*"foo"*', 'a*"foo"*'],
  ['foo_bar_', 'foo_bar_'],
  ['foo-_(bar)_', 'foo-<i>(bar)</i>'],
  ['_foo_bar', '_foo_bar'],
  ['*(*foo*)*', '<i>(<i>foo</i>)</i>'],
  ['**a `*` b**', '<b>a `*` b</b>'],
  ['[a [b](https://x) c](y)', '[a <a>b</a> c](y)'],
  ['![a *b*](https://x)', '<img>a b</img>'],
  ['`a``b` c', '`a``b` c'],
  ['\\`a `b`', '`a `b`'],
])('%j is %j, as CommonMark has it', (text, html) => {
  expect(
    readInline([{ text, number: 1 }], { drop: () => undefined, opens: () => true })
      .map(write)
      .join(''),
  ).toBe(html);
});

function write(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return `\`${inline.text}\``;
    case 'strong':
      return `<b>${inline.children.map(write).join('')}</b>`;
    case 'emphasis':
      return `<i>${inline.children.map(write).join('')}</i>`;
    case 'link':
      return `<a>${inline.children.map(write).join('')}</a>`;
    case 'image':
      return `<img>${inline.alt}</img>`;
    case 'break':
      return '<br>';
  }
}
