import { describe, expect, it } from 'vitest';
import { parseAppMarkdown } from '../../../../src/shared/domain/message/app-markdown.ts';
import { htmlOf } from './html.ts';

const html = (markdown: string): string => htmlOf(parseAppMarkdown(markdown).blocks);

const dropped = (markdown: string) =>
  parseAppMarkdown(markdown).dropped.map(({ what, line, text }) => [what, line, text]);

describe('a heading', () => {
  it.each([
    ['# Avviso', '<h1>Avviso</h1>'],
    ['## Avviso ##', '<h2>Avviso</h2>'],
    ['## Avviso #######   ', '<h2>Avviso</h2>'],
    ['# Scala C#', '<h1>Scala C#</h1>'],
    ['# Avviso # n. 1', '<h1>Avviso # n. 1</h1>'],
    ['# Avviso ## #', '<h1>Avviso ##</h1>'],
    ['##', '<h2></h2>'],
    ['### ###', '<h3></h3>'],
    ['#    Largo   ', '<h1>Largo</h1>'],
    ['Testo\n# Avviso\nSegue', '<p>Testo</p><h1>Avviso</h1><p>Segue</p>'],
    ['Avviso\n===', '<h1>Avviso</h1>'],
    ['Avviso\n=', '<h1>Avviso</h1>'],
    ['Avviso\n   ===  ', '<h1>Avviso</h1>'],
    ['Avviso\n    ===', '<p>Avviso ===</p>'],
    ['Avviso\n= =', '<p>Avviso = =</p>'],
    ['Avviso\n==a', '<p>Avviso ==a</p>'],
    ['Avviso\na==', '<p>Avviso a==</p>'],
    ['Avviso\n-', '<h2>Avviso</h2>'],
    ['Avviso\n   ---', '<h2>Avviso</h2>'],
    ['Avviso\n    ---', '<p>Avviso ---</p>'],
    ['Avviso\na--', '<p>Avviso a--</p>'],
    ['Avviso\nin due  \n---', '<h2>Avviso in due</h2>'],
    ['===', '<p>===</p>'],
  ])('%j is %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe('a rule', () => {
  it.each([
    ['---', '<hr>'],
    ['***', '<hr>'],
    ['___', '<hr>'],
    ['- - -', '<hr>'],
    ['-\t-\t-', '<hr>'],
    ['   ---', '<hr>'],
    ['    ---', '<pre>---</pre>'],
    ['Testo\n    ***', '<p>Testo ***</p>'],
    ['--', '<p>--</p>'],
    ['---a', '<p>---a</p>'],
    ['-*-', '<p>-*-</p>'],
    ['...', '<p>...</p>'],
    ['Testo\n***\nSegue', '<p>Testo</p><hr><p>Segue</p>'],
    ['- uno\n***\n- due', '<ul><li><p>uno</p></li></ul><hr><ul><li><p>due</p></li></ul>'],
  ])('%j is %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe('code', () => {
  it.each([
    ['```\na\n```\nb', '<pre>a</pre><p>b</p>'],
    ['```\na\n````\nb', '<pre>a</pre><p>b</p>'],
    ['```\na\n   ```\nb', '<pre>a</pre><p>b</p>'],
    ['```\na\n    ```\nb', '<pre>a\n    ```\nb</pre>'],
    ['```\na\n``` x\nb', '<pre>a\n``` x\nb</pre>'],
    ['```\na\n``~\nb', '<pre>a\n``~\nb</pre>'],
    ['~~~ x\n`a`\n~~~', '<pre>`a`</pre>'],
    ['~~\na\n~~', '<p>~~ a ~~</p>'],
    ['``` `x`\na', '<p>``` `x` a</p>'],
    ['    ```\n', '<pre>```</pre>'],
    ['Testo ```\na', '<p>Testo ``` a</p>'],
    ['Testo\n```\na\n```', '<p>Testo</p><pre>a</pre>'],
    ['```\n', '<pre></pre>'],
    ['```\na\n\nb\n```', '<pre>a\n\nb</pre>'],
    ['  ```\n  a\n   b\n c\n  ```', '<pre>a\n b\nc</pre>'],
    ['    a\n\n      b\n\n\nc', '<pre>a\n\n  b</pre><p>c</p>'],
    ['    a\nb', '<pre>a</pre><p>b</p>'],
    ['a\n\n    b', '<p>a</p><pre>b</pre>'],
    ['\ta', '<pre>a</pre>'],
    ['   a', '<p>a</p>'],
  ])('%j is %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

const quotes = (depth: number, inside: string) => '<quote>'.repeat(depth) + inside + '</quote>'.repeat(depth);

describe('a quotation', () => {
  it.each([
    ['> a\n> b', '<quote><p>a b</p></quote>'],
    ['>a\nb', '<quote><p>a b</p></quote>'],
    ['   > a', '<quote><p>a</p></quote>'],
    ['    > a', '<pre>> a</pre>'],
    ['> a\n\nb', '<quote><p>a</p></quote><p>b</p>'],
    ['> a\n\n> b', '<quote><p>a</p></quote><quote><p>b</p></quote>'],
    ['> a\n# b', '<quote><p>a</p></quote><h1>b</h1>'],
    ['> a\n- b', '<quote><p>a</p></quote><ul><li><p>b</p></li></ul>'],
    ['> a\n***', '<quote><p>a</p></quote><hr>'],
    ['> # a\n> b', '<quote><h1>a</h1><p>b</p></quote>'],
    ['>     a', '<quote><pre>a</pre></quote>'],
    ['>  a', '<quote><p>a</p></quote>'],
    ['> a\n>\n> b', '<quote><p>a</p><p>b</p></quote>'],
    ['testo\n> a', '<p>testo</p><quote><p>a</p></quote>'],
  ])('%j is %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it('or a list deeper than twelve is text', () => {
    expect(html(`${'> '.repeat(12)}a`)).toBe(quotes(12, '<p>a</p>'));
    expect(html(`${'> '.repeat(13)}a`)).toBe(quotes(12, '<p>> a</p>'));
    expect(html(`${'> '.repeat(12)}- a`)).toBe(quotes(12, '<p>- a</p>'));
    expect(html(`${'> '.repeat(11)}- - a`)).toBe(quotes(11, '<ul><li><p>- a</p></li></ul>'));
    expect(html(`${'- '.repeat(12)}a`)).toBe(`${'<ul><li>'.repeat(12)}<p>a</p>${'</li></ul>'.repeat(12)}`);
    expect(html(`${'- '.repeat(13)}a`)).toBe(`${'<ul><li>'.repeat(12)}<p>- a</p>${'</li></ul>'.repeat(12)}`);
    expect(html(`${'> '.repeat(12)}a\n${'> '.repeat(12)}> b`)).toBe(quotes(12, '<p>a > b</p>'));
    expect(html(`${'> '.repeat(12)}a\n${'> '.repeat(12)}- b`)).toBe(quotes(12, '<p>a - b</p>'));
  });
});

const ul = (...items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

describe('a list', () => {
  it.each([
    ['- a\n- b', ul('<p>a</p>', '<p>b</p>')],
    ['- a\n\n\n- b', ul('<p>a</p>', '<p>b</p>')],
    ['- a\n* b', ul('<p>a</p>') + ul('<p>b</p>')],
    ['+ a\n+ b', ul('<p>a</p>', '<p>b</p>')],
    ['1. a\n2. b', '<ol 1><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['1. a\n1) b', '<ol 1><li><p>a</p></li></ol><ol 1><li><p>b</p></li></ol>'],
    ['7. a', '<ol 7><li><p>a</p></li></ol>'],
    ['123456789. a', '<ol 123456789><li><p>a</p></li></ol>'],
    ['1234567890. a', '<p>1234567890. a</p>'],
    ['-a', '<p>-a</p>'],
    ['1.a', '<p>1.a</p>'],
    ['   - a', ul('<p>a</p>')],
    ['    - a', '<pre>- a</pre>'],
    ['a\n    - b', '<p>a - b</p>'],
    ['- a\n    - b', ul(`<p>a</p>${ul('<p>b</p>')}`)],
    ['- a\n  - b\n  - c\n- d', ul(`<p>a</p>${ul('<p>b</p>', '<p>c</p>')}`, '<p>d</p>')],
    ['1. a\n   - b', `<ol 1><li><p>a</p>${ul('<p>b</p>')}</li></ol>`],
    ['10. a\n    b', '<ol 10><li><p>a b</p></li></ol>'],
    ['10) a\n\n   b', '<ol 10><li><p>a</p></li></ol><p>b</p>'],
    ['-    a\n\n     b', ul('<p>a</p><p>b</p>')],
    ['-    a\n\n    b', `${ul('<p>a</p>')}<pre>b</pre>`],
    ['-     a\n\n  b', ul('<pre>a</pre><p>b</p>')],
    ['-      a', ul('<pre> a</pre>')],
    ['1.     a\n\n   b', '<ol 1><li><pre>a</pre><p>b</p></li></ol>'],
    ['1.  a\n    b', '<ol 1><li><p>a b</p></li></ol>'],
    ['-\n  a', ul('<p>a</p>')],
    ['-\na', `${ul('')}<p>a</p>`],
    ['1.\n2. b', '<ol 1><li></li><li><p>b</p></li></ol>'],
    ['1.  \n', '<ol 1><li></li></ol>'],
    ['-   \n  a', ul('<p>a</p>')],
    ['- a\nb', ul('<p>a b</p>')],
    ['- a\n b', ul('<p>a b</p>')],
    ['- a\n\nb', `${ul('<p>a</p>')}<p>b</p>`],
    ['- a\n\n  b\n\n  c', ul('<p>a</p><p>b</p><p>c</p>')],
    ['- a\n\n      b', ul('<p>a</p><pre>b</pre>')],
    ['- a\n# b', `${ul('<p>a</p>')}<h1>b</h1>`],
    ['- # a\n  b', ul('<h1>a</h1><p>b</p>')],
    ['- > a\n  > b', ul('<quote><p>a b</p></quote>')],
    ['- ```\n  a\n\n  b\n  ```', ul('<pre>a\n\nb</pre>')],
    ['- ```\n  a\n\n\n  b', ul('<pre>a\n\n\nb</pre>')],
    ['- - a', ul(ul('<p>a</p>'))],
    ['a\n- b', `<p>a</p>${ul('<p>b</p>')}`],
    ['a\n-\nb', '<h2>a</h2><p>b</p>'],
    ['a\n*\nb', '<p>a * b</p>'],
    ['a\n1. b', '<p>a</p><ol 1><li><p>b</p></li></ol>'],
    ['a\n2. b', '<p>a 2. b</p>'],
    ['a\n1)\nb', '<p>a 1) b</p>'],
    ['- uno\n- - -\n- due', `${ul('<p>uno</p>')}<hr>${ul('<p>due</p>')}`],
    ['1. a\n\n      b', '<ol 1><li><p>a</p><p>b</p></li></ol>'],
    ['- a\n\n\n\n  b\n- c', ul('<p>a</p><p>b</p>', '<p>c</p>')],
    ['- a\n\n- b\n\ntesto', `${ul('<p>a</p>', '<p>b</p>')}<p>testo</p>`],
  ])('%j is %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe('inside a line', () => {
  it.each([
    ['a  \nb', 'a<br>b'],
    ['a   \nb', 'a<br>b'],
    ['a \nb', 'a b'],
    ['a\nb', 'a b'],
    ['**a** \nb', '<b>a</b> b'],
    ['**a**  \nb', '<b>a</b><br>b'],
    ['a\\\nb', 'a<br>b'],
    ['a<br>\nb', 'a<br>b'],
    ['a<br />b<BR/>c<br   >d', 'a<br>b<br>c<br>d'],
    ['`a`\nb', '`a` b'],
    ['a\n   b', 'a b'],
    ['\\*a\\*', '*a*'],
    ['\\a', '\\a'],
    ['a\\', 'a\\'],
    ['\\è', '\\è'],
    ['`a b`', '`a b`'],
    ['`a\nb`', '`a b`'],
    ['` a `', '`a`'],
    ['`  a  `', '` a `'],
    ['` a`', '` a`'],
    ['`a `', '`a `'],
    ['`  `', '`  `'],
    ['`` a`b ``', '`a`b`'],
    ['`a', '`a'],
    ['`a`` `b`', '`a`` `b`'],
    ['`a` `b` ``c`` `d`', '`a` `b` `c` `d`'],
    ['``a` b`` `c`', '`a` b` `c`'],
    ['\\``a` b', '``a` b'],
    ['\\```a`` b', '``a` b'],
    ['&euro; &#8364; &#x20AC; &#X20ac;', '€ € € €'],
    ['&#65;&#1114111;', 'A\u{10ffff}'],
    ['&#0;&#1114112;&#xD800;&#xDFFF;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&#1;&#xE000;&#xD7FF;', '\u0001\ue000\ud7ff'],
    ['&#12345678; &#xFFFFFFF; &#; &#x; &boh; &euro', '&#12345678; &#xFFFFFFF; &#; &#x; &boh; &euro'],
    ['&lt;b&gt; &quot;&apos;&amp;&nbsp;x', '<b> "\'&\u00a0x'],
    ['&agrave;&egrave;&eacute;&igrave;&ograve;&ugrave;', 'àèéìòù'],
    ['&Agrave;&Egrave;&Eacute;&Igrave;&Ograve;&Ugrave;', 'ÀÈÉÌÒÙ'],
    ['&amp;lt;', '&lt;'],
    ['a ! b', 'a ! b'],
    ['!', '!'],
    ['x ~~~a~~~ b', 'x ~~~a~~~ b'],
    ['a ~ b', 'a ~ b'],
    ['a ~~b~ c', 'a ~~b~ c'],
    ['hotel', 'hotel'],
    ['Hotel', 'Hotel'],
    ['h*b*', 'h<i>b</i>'],
    ['<*b*', '<<i>b</i>'],
    ['!*b*', '!<i>b</i>'],
    ['a]*b*', 'a]<i>b</i>'],
    ['*b*&*c*', '<i>b</i>&<i>c</i>'],
  ])('%j is %j', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`);
  });
});

const nested = (depth: number) => `tel:${'('.repeat(depth)}${')'.repeat(depth)}`;

describe('an address', () => {
  it.each([
    ['[a](https://x.it)', '<a https://x.it>a</a>'],
    ['[a](http://x.it)', '<a http://x.it>a</a>'],
    ['[a](HTTPS://X.it)', '<a HTTPS://X.it>a</a>'],
    ['[a](sms:+39051)', '<a sms:+39051>a</a>'],
    ['[a](xhttps://x.it)', '<a ->a</a>'],
    ['[a](https://)', '<a ->a</a>'],
    ['[a](tel:)', '<a ->a</a>'],
    ['[a]()', '<a ->a</a>'],
    ['[](https://x.it)', '<a https://x.it></a>'],
    ['[a](https://x.it "titolo")', '<a https://x.it>a</a>'],
    ["[a](https://x.it 'un titolo')", '<a https://x.it>a</a>'],
    ['[a](https://x.it (un titolo))', '<a https://x.it>a</a>'],
    ['[a](https://x.it    "t"  )', '<a https://x.it>a</a>'],
    ['[a](  https://x.it  )', '<a https://x.it>a</a>'],
    ['[a](\nhttps://x.it\n"t")', '<a https://x.it>a</a>'],
    ['[a](https://x.it t)', '[a](<a https://x.it>https://x.it</a> t)'],
    ['[a](https://x.it "t" x)', '[a](<a https://x.it>https://x.it</a> "t" x)'],
    ['[a](<https://x.it/a b>)', '<a https://x.it/a b>a</a>'],
    ['[a](<https://x.it> "t")', '<a https://x.it>a</a>'],
    ['[a](<>)', '<a ->a</a>'],
    ['[a](<x>y)', '[a](y)'],
    ['[a](https://x.it/(b))', '<a https://x.it/(b)>a</a>'],
    ['[a](https://x.it/(b(c)d))', '<a https://x.it/(b(c)d)>a</a>'],
    ['[a](tel:(b)', '[a](tel:(b)'],
    ['[a](tel:((b)', '[a](tel:((b)'],
    ['[a](tel:b))', '<a tel:b>a</a>)'],
    ['[a](tel:\\(b)', '<a tel:(b>a</a>'],
    ['[a](tel:b\\))', '<a tel:b)>a</a>'],
    ['[a](tel:\\*\\_\\a)', '<a tel:*_\\a>a</a>'],
    ['[a] (tel:b)', '[a] (tel:b)'],
    ['[a]', '[a]'],
    ['a]b', 'a]b'],
    ['[a', '[a'],
    ['[a]x(tel:b)', '[a]x(tel:b)'],
    ['[a]xtel:b)', '[a]xtel:b)'],
    ['[a](tel:(b )', '[a](tel:(b )'],
    ['[**a** `b`](tel:c)', '<a tel:c><b>a</b> `b`</a>'],
    ['**[a](tel:b)**', '<b><a tel:b>a</a></b>'],
    ['[a [b](tel:c) d](tel:e)', '[a <a tel:c>b</a> d](tel:e)'],
    ['[a [b [c](tel:d)](tel:e)](tel:f)', '[a [b <a tel:d>c</a>](tel:e)](tel:f)'],
    ['[a](tel:b) [c](tel:d)', '<a tel:b>a</a> <a tel:d>c</a>'],
    ['[a [b](tel:c)] [d](tel:e)', '[a <a tel:c>b</a>] <a tel:e>d</a>'],
    ['[![a](https://x.it/b.png)](tel:c)', '<a tel:c><img https://x.it/b.png>a</img></a>'],
    ['![a [b](tel:c)](https://x.it)', '<img https://x.it>a b</img>'],
    ['[![a [b](tel:c)](https://x.it) d](tel:e)', '[<img https://x.it>a b</img> d](tel:e)'],
    ['![a ![b](tel:c)](https://x.it)', '<img https://x.it>a </img>'],
    ['![a]', '![a]'],
    ['<https://x.it/a?b=c>', '<a https://x.it/a?b=c>https://x.it/a?b=c</a>'],
    ['<mailto:a@x.it>', '<a mailto:a@x.it>mailto:a@x.it</a>'],
    ['<anna.rossi+x@x.it>', '<a mailto:anna.rossi+x@x.it>anna.rossi+x@x.it</a>'],
    ['<x-y:z>', '<a ->x-y:z</a>'],
    ['< https://x.it>', '< <a https://x.it>https://x.it</a>>'],
    ['vedi https://x.it/a_b.', 'vedi <a https://x.it/a_b>https://x.it/a_b</a>.'],
    ['http://x.it, poi', '<a http://x.it>http://x.it</a>, poi'],
    ['(https://x.it)', '(<a https://x.it>https://x.it</a>)'],
    ['HTTPS://X.IT!', '<a HTTPS://X.IT>HTTPS://X.IT</a>!'],
    ['a\nhttps://x.it\nb', 'a <a https://x.it>https://x.it</a> b'],
    ['xhttps://x.it', 'xhttps://x.it'],
    ['"https://x.it"', '"https://x.it"'],
    ['https://', 'https://'],
    ['https:/x.it', 'https:/x.it'],
    ['https://x.it<br>b', '<a https://x.it>https://x.it</a><br>b'],
    ['a h b', 'a h b'],
  ])('%j is %j', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`);
  });

  it('with brackets deeper than thirty-two is none', () => {
    expect(html(`[a](${nested(32)})`)).toBe(`<p><a ${nested(32)}>a</a></p>`);
    expect(html(`[a](${nested(33)})`)).toBe(`<p>[a](${nested(33)})</p>`);
  });
});

describe('what the app leaves out', () => {
  it('may stand there twice, and at the beginning', () => {
    const twice = 'a <!-- b --> c <!-- d --> e';
    expect([html(twice), dropped(twice)]).toEqual([
      '<p>a  c  e</p>',
      [
        ['html', 1, '<!-- b -->'],
        ['html', 1, '<!-- d -->'],
      ],
    ]);
    expect(html('<u><i>\nb')).toBe('<p> b</p>');
  });

  it.each([
    ['Prima\nuna ~~due~~', '<p>Prima una </p>', ['strikethrough', 2, 'due']],
    ['`a\nb` ~~c~~', '<p>`a b` </p>', ['strikethrough', 2, 'c']],
    ['a\\\nb ~c~', '<p>a<br>b </p>', ['strikethrough', 2, 'c']],
    ['~~**a** `b` ![c](tel:d)<br>[e](tel:f)~~', '<p></p>', ['strikethrough', 1, 'a b \ne']],
    ['a\nb <u>', '<p>a b </p>', ['html', 2, '<u>']],
    ['a </u x="1"> b', '<p>a  b</p>', ['html', 1, '</u x="1">']],
    ['a <!-- b --> c', '<p>a  c</p>', ['html', 1, '<!-- b -->']],
    ['a <!--\nb\n--> c', '<p>a  c</p>', ['html', 1, '<!--\nb\n-->']],
    ['a <!----> b', '<p>a  b</p>', ['html', 1, '<!---->']],
    ['<span class="x">\na', '', ['html', 1, '<span class="x">\na']],
    ['</br>\na', '', ['html', 1, '</br>\na']],
    ['<bra>\na', '', ['html', 1, '<bra>\na']],
    ['| a |  \n|---|', '', ['table', 1, '| a |  \n|---|']],
    ['a <!-- <br> --> c', '<p>a  c</p>', ['html', 1, '<!-- <br> -->']],
    ['a <!----> b --> c', '<p>a  b --> c</p>', ['html', 1, '<!---->']],
    ['a\n\n<div>\nb\n\nc', '<p>a</p><p>c</p>', ['html', 3, '<div>\nb']],
    ['a\n<div>', '<p>a</p>', ['html', 2, '<div>']],
    ['   </P >\nb', '', ['html', 1, '   </P >\nb']],
    ['<hr/>', '', ['html', 1, '<hr/>']],
    ['<h1', '', ['html', 1, '<h1']],
    ['<!DOCTYPE html>', '', ['html', 1, '<!DOCTYPE html>']],
    ['<?php\nb', '', ['html', 1, '<?php\nb']],
    ['<!-- a\nb', '', ['html', 1, '<!-- a\nb']],
    ['<u>\na', '', ['html', 1, '<u>\na']],
    ['  </u>  \na', '', ['html', 1, '  </u>  \na']],
    ['<u>a', '<p>a</p>', ['html', 1, '<u>']],
    ['<br><u>', '<p><br></p>', ['html', 1, '<u>']],
    ['a\n<u>\nb', '<p>a b</p>', ['html', 2, '<u>']],
    ['> a\n> <u>', '<quote><p>a </p></quote>', ['html', 2, '<u>']],
    ['- a\n\n  b <u>', '<ul><li><p>a</p><p>b </p></li></ul>', ['html', 3, '<u>']],
    ['# a\n# b <u>', '<h1>a</h1><h1>b </h1>', ['html', 2, '<u>']],
    ['a\n\n[1]: via Roma', '<p>a</p>', ['definition', 3, '[1]: via Roma']],
    ['a\n   [x]:via Roma  \nb', '<p>a</p><p>b</p>', ['definition', 2, '[x]:via Roma']],
    ['| a | b |\n|---|---|\n| c |\n\nd', '<p>d</p>', ['table', 1, '| a | b |\n|---|---|\n| c |']],
    ['x\na | b\n:-: | -:', '<p>x</p>', ['table', 2, 'a | b\n:-: | -:']],
    ['| a |\n --- ', '', ['table', 1, '| a |\n --- ']],
    ['a\n|-|', '', ['table', 1, 'a\n|-|']],
    ['a \\| b | c\n-|-', '', ['table', 1, 'a \\| b | c\n-|-']],
    ['[a](file:///x)', '<p><a ->a</a></p>', ['link', 1, 'file:///x']],
    ['a\n[b\nc](x) d', '<p>a <a ->b c</a> d</p>', ['link', 2, 'x']],
    ['a\n<x-y:z>', '<p>a <a ->x-y:z</a></p>', ['link', 2, 'x-y:z']],
  ])('of %j stands %j, and %j is told', (markdown, expected, told) => {
    expect(html(markdown)).toBe(expected);
    expect(dropped(markdown)).toEqual([told]);
  });

  it.each([
    ['a <- b -> c', '<p>a <- b -> c</p>'],
    ['a < b > c', '<p>a < b > c</p>'],
    ['a < b --> c', '<p>a < b --> c</p>'],
    ['<br><br>', '<p><br><br></p>'],
    ['<br /> ', '<p><br></p>'],
    ['a <!-- b', '<p>a <!-- b</p>'],
    ['a --> <!-- b', '<p>a --> <!-- b</p>'],
    ['a <1> b', '<p>a <1> b</p>'],
    ['<b', '<p><b</p>'],
    ['<divano b', '<p><divano b</p>'],
    ['    <div>', '<pre><div></pre>'],
    ['<br>', '<p><br></p>'],
    [' <br> <br/>', '<p><br> <br></p>'],
    ['a\n<br>\nb', '<p>a <br>b</p>'],
    ['<https://x.it>', '<p><a https://x.it>https://x.it</a></p>'],
    ['   <a@x.it>', '<p><a mailto:a@x.it>a@x.it</a></p>'],
    ['<tel:051>', '<p><a tel:051>tel:051</a></p>'],
    ['[1] via Roma', '<p>[1] via Roma</p>'],
    ['    [1]: x', '<pre>[1]: x</pre>'],
    ['[]: x', '<p>[]: x</p>'],
    ['[1]:', '<p>[1]:</p>'],
    ['a [1]: x', '<p>a [1]: x</p>'],
    ['a | b\n---', '<h2>a | b</h2>'],
    ['a\n-|-', '<p>a -|-</p>'],
    ['a | b\n-|a', '<p>a | b -|a</p>'],
    ['a | b\n:|:', '<p>a | b :|:</p>'],
    ['a | b\n-|--a', '<p>a | b -|--a</p>'],
    ['a | b\na--|-', '<p>a | b a--|-</p>'],
    ['a | b\n- -|-', '<p>a | b</p><ul><li><p>-|-</p></li></ul>'],
    ['a | b\n-|-|-', '<p>a | b -|-|-</p>'],
    ['a \\| b\n-|-', '<p>a | b -|-</p>'],
    ['a | b', '<p>a | b</p>'],
  ])('of %j nothing is: %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
    expect(dropped(markdown)).toEqual([]);
  });
});
