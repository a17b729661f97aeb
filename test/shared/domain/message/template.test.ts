import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../../../src/shared/domain/message/check-template.ts';
import {
  parseTemplate,
  requiredFields,
  tellsDueDay,
  type Template,
} from '../../../../src/shared/domain/message/template.ts';
import type { TemplateComplaint } from '../../../../src/shared/domain/message/template-complaint.ts';
import { ownTime } from '../../../helpers/own-time.ts';

const sentence =
  'La tua rata è di {{importo}}, da pagare entro il {{scadenza}}, in uno dei tanti modi di sempre.';

const long = 'Una frase che serve solo a rendere il testo lungo quanto il servizio lo vuole, e basta.';

interface Text {
  readonly header?: readonly string[];
  readonly kind?: string;
  readonly subject?: string;
  readonly body?: string;
}

/** Eight lines of header, then the body on the ninth. */
function source({ header = [], kind = 'avviso', subject = 'Rata da pagare', body = sentence }: Text): string {
  return [
    '---',
    'nome: Una prova',
    'descrizione: che cosa: fa',
    `tipo: ${kind}`,
    'servizio: TARI',
    'avviso: sì',
    `oggetto: ${subject}`,
    ...header,
    '---',
    body,
  ].join('\n');
}

function parsed(text: Text): Template {
  const read = parseTemplate('prova', source(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

function brief(complaints: readonly TemplateComplaint[]): unknown[] {
  return complaints.map(({ code, line, severity }) => [severity, code, line]);
}

const written = (header: readonly string[], ...body: readonly string[]) =>
  parseTemplate('prova', ['---', ...header, '---', ...body].join('\n'));

const codeOf = (text: string) => {
  const read = parseTemplate('prova', text);
  return read.ok ? null : read.problem[0]?.code;
};

describe('the form of a template', () => {
  it('is a header and a text', () => {
    const template = parsed({ header: ['richiede: rata, colonna: Via'] });
    expect(template).toMatchObject({
      name: 'prova',
      title: 'Una prova',
      description: 'che cosa: fa',
      kind: 'avviso',
      service: 'TARI',
      withNotice: true,
      bodyLine: 10,
      subjectLine: 7,
    });
    expect(requiredFields(template)).toEqual(['rata', 'colonna:Via', 'numeroAvviso', 'importo', 'scadenza']);
  });

  it('may come from any editor', () => {
    const read = parseTemplate('prova', `\ufeff${source({}).replaceAll('\n', '\r\n')}\r\n\r\n`);
    expect(read.ok && read.value.body).toEqual(parsed({}).body);
  });

  it.each<[Text, object[]]>([
    [{ header: ['ogetto: x'] }, [{ code: 'key-unknown', key: 'ogetto', nearest: 'oggetto', line: 8 }]],
    [{ header: ['senza due punti'] }, [{ code: 'header-line', text: 'senza due punti', line: 8 }]],
    [{ header: ['tipo: rata'] }, [{ code: 'key-twice', key: 'tipo', line: 8 }]],
    [{ kind: 'avvisi' }, [{ code: 'kind-unknown', kind: 'avvisi', nearest: 'avviso', line: 4 }]],
    [{ subject: '' }, [{ code: 'key-missing', key: 'oggetto', line: 7 }]],
    [{ header: ['richiede: improto'] }, [{ code: 'field-unknown', nearest: 'importo', line: 8 }]],
    [
      { body: 'Sono\n{{ inporto }} e {{Scadenza}} e {{boh}}' },
      [
        { code: 'field-unknown', field: 'inporto', nearest: 'importo', line: 10, column: 1 },
        { code: 'field-unknown', field: 'Scadenza', nearest: 'scadenza', line: 10, column: 17 },
        { code: 'field-unknown', field: 'boh', nearest: null, line: 10 },
      ],
    ],
    [{ body: 'Sono {{importo e basta' }, [{ code: 'field-open', line: 9, column: 6 }]],
    [{ body: '{{#se nome}}\nCiao' }, [{ code: 'part-open', field: 'nome', line: 9 }]],
    [{ body: 'Ciao{{/se}}' }, [{ code: 'part-not-opened', line: 9 }]],
    [
      { body: '{{#se nome}}{{#se rata}}x{{/se}}{{/se}}' },
      [{ code: 'part-in-part' }, { code: 'part-not-opened' }],
    ],
  ])('%j is told on', (text, complaints) => {
    const read = parseTemplate('prova', source(text));
    expect(read).toEqual({
      ok: false,
      problem: complaints.map((complaint) => expect.objectContaining({ severity: 'refuses', ...complaint })),
    });
  });

  it.each([
    ['Ciao', 'header-missing'],
    ['---\nnome: x\nCiao', 'header-open'],
  ])('%j has no header', (text, code) => {
    expect(parseTemplate('prova', text)).toEqual({
      ok: false,
      problem: [{ severity: 'refuses', code, line: 1 }],
    });
  });

  it('may have an empty header, and then everything is missing from it', () => {
    expect(parseTemplate('prova', '---\n---\nCiao')).toEqual({
      ok: false,
      problem: ['nome', 'tipo', 'avviso', 'oggetto'].map((key) => ({
        severity: 'refuses',
        code: 'key-missing',
        key,
        line: 1,
      })),
    });
  });

  const short = ['nome: Una prova', 'tipo: generico', 'avviso: no', 'oggetto: Una cosa per te'];

  it('may be written in several ways', () => {
    const wanted = written(short, sentence);
    expect(wanted).toMatchObject({ ok: true, value: { service: null, description: '', bodyLine: 7 } });
    const cr = ['---', ...short, '---', sentence].join('\r');
    expect(parseTemplate('prova', cr)).toEqual(wanted);
    expect(parseTemplate('prova', cr.replaceAll('---', '---  '))).toEqual(wanted);
    const spaced = ['nome:\t Una prova ', 'tipo :generico', 'avviso  : NO', 'oggetto:Una cosa per te'];
    expect(written(spaced, sentence)).toMatchObject({
      ok: true,
      value: { title: 'Una prova', kind: 'generico', withNotice: false },
    });
    expect(written(['', ...short, '  '], '', ' ', sentence)).toMatchObject({
      ok: true,
      value: { bodyLine: 11 },
    });
    expect(written(short, '', '')).toMatchObject({ ok: true, value: { body: [] } });
    expect(written(short, '\ufeffa')).toMatchObject({ ok: true, value: { body: [{ text: '\ufeffa' }] } });
  });

  it('needs its two lines at the edge', () => {
    expect(codeOf(` ---\n${short.join('\n')}\n---\n`)).toBe('header-missing');
    expect(codeOf(`---\n${short.join('\n')}\n ---\n`)).toBe('header-open');
    expect(codeOf('')).toBe('header-missing');
  });

  it.each([
    ['sì', true],
    ['Si', true],
    ['SÌ', true],
    ['no', false],
    ['No', false],
    ['sic', null],
    ['così', null],
    ['non', null],
    ['uno', null],
    ['forse', null],
  ])('with «avviso: %s» has an avviso: %s', (text, is) => {
    const read = written([...short.slice(0, 2), `avviso: ${text}`, 'oggetto: Una cosa per te'], sentence);
    const flaw = { severity: 'refuses', code: 'not-yes-no', key: 'avviso', text, line: 4 };
    expect(read).toMatchObject(
      is === null ? { ok: false, problem: [flaw] } : { ok: true, value: { withNotice: is } },
    );
  });

  it('tells where in the header something is wrong', () => {
    const subject = written([...short.slice(0, 3), 'oggetto:   Per {{boh}}'], sentence);
    expect(subject).toMatchObject({ problem: [{ code: 'field-unknown', line: 5, column: 16 }] });
    expect(written([...short, '  senza due punti '], sentence)).toMatchObject({
      problem: [{ code: 'header-line', text: 'senza due punti', line: 6 }],
    });
    expect(written([...short, ' : vuota'], sentence)).toMatchObject({ problem: [{ code: 'header-line' }] });
    expect(written([...short, 'richiede: rata , colonna: Via ,'], sentence)).toMatchObject({
      ok: true,
      value: { requires: ['rata', 'colonna:Via'] },
    });
  });

  it.each<[readonly string[], string, boolean]>([
    [['avviso: sì'], long, true],
    [['avviso: no'], long, false],
    [['avviso: no', 'richiede: scadenza'], long, true],
    [['avviso: no', 'richiede: rata'], long, false],
    [['avviso: no'], `${long} {{nome}}`, false],
    [['avviso: no'], `${long} {{scadenza}} {{nome}}`, true],
    [['avviso: no'], `${long} {{#se nome}}entro il {{scadenza}}{{/se}}`, true],
    [['avviso: no'], `${long} {{#se scadenza}}presto{{/se}}`, false],
  ])('with %j and %j tells a day: %s', (more, body, is) => {
    const read = written(['nome: x', 'tipo: generico', 'oggetto: Una cosa per te', ...more], body);
    expect(read.ok && tellsDueDay(read.value)).toBe(is);
    expect(read.ok && requiredFields(read.value).includes('numeroAvviso')).toBe(more[0] === 'avviso: sì');
  });
});

describe('the text of a template', () => {
  const body = (text: string): Text => ({ body: `${sentence}\n\n${text}` });

  it('may have nothing wrong', () => {
    expect(
      checkTemplate(
        parsed(body('Tassa 2026. Il **numero** è {{numeroAvviso}}. Scrivi a [noi](mailto:x@y.it).')),
      ),
    ).toEqual([]);
  });

  it.each<[Text, [string, string, number][]]>([
    [
      body('| a | b |\n| --- | --- |\n| 1 | {{nome}} |'),
      [
        ['refuses', 'dropped-table', 11],
        ['refuses', 'field-not-shown', 13],
      ],
    ],
    [body('Non ~~vale~~ più'), [['refuses', 'dropped-strikethrough', 11]]],
    [
      body('Un <u>segno</u>'),
      [
        ['refuses', 'dropped-html', 11],
        ['refuses', 'dropped-html', 11],
      ],
    ],
    [body('[1]: via Roma'), [['refuses', 'dropped-definition', 11]]],
    [body('Vai [qui](\\\\server\\atti)'), [['refuses', 'dropped-link', 11]]],
    [body('Vai [qui](https://x.it/{{numeroAvviso}})'), [['refuses', 'field-not-shown', 11]]],
    [body('Il codice è `{{colonna:Codice}}`'), [['refuses', 'field-not-shown', 11]]],
    [body('Riguarda: {{immobili}}'), [['refuses', 'properties-not-alone', 11]]],
    [body('a\n\n---\n\nb'), [['refuses', 'rule-in-body', 13]]],
    [body('a\n\n\n\nb'), [['warns', 'blank-lines', 14]]],
    [body('{{#se nome}}\n{{nome}}\n\n{{/se}}\nNon ~~vale~~'), [['refuses', 'dropped-strikethrough', 15]]],
    [body('Paghi € 12,00.'), [['refuses', 'amount-typed', 11]]],
    [
      body('Paghi 1.012,00 euro o 5€.'),
      [
        ['refuses', 'amount-typed', 11],
        ['refuses', 'amount-typed', 11],
      ],
    ],
    [body('Entro il 16/12/2026.'), [['refuses', 'date-typed', 11]]],
    [body('Entro il 16 dicembre.'), [['refuses', 'date-typed', 11]]],
    [body('Chiama lo 051.12.34.56 o il 112, dalle 9-12; legge 147/2013, delibera 12/2026'), []],
    [{ subject: 'Rata di {{importo}}' }, [['refuses', 'personal-in-subject', 7]]],
    [{ subject: 'Rata di {{#se colonna:Via}}via{{/se}} oggi' }, [['refuses', 'personal-in-subject', 7]]],
    [
      { subject: 'Rata {{scadenza}} {{nome}} {{numeroAvviso}}' },
      [
        ['refuses', 'personal-in-subject', 7],
        ['refuses', 'personal-in-subject', 7],
      ],
    ],
    [{ subject: 'Rata del 16/12/2026' }, [['refuses', 'date-typed', 7]]],
    [{ subject: 'AVVISO DI PAGAMENTO' }, [['warns', 'subject-capitals', 7]]],
    [{ subject: 'TARI 2026: la rata' }, []],
    [{ subject: 'Comunicazione sulla rata' }, [['warns', 'subject-says-comunicazione', 7]]],
    [{ subject: 'La rata di Borgo di Sotto' }, [['warns', 'subject-names-ente', 7]]],
    [{ subject: 'La rata di {{ente}}' }, [['warns', 'subject-names-ente', 7]]],
    [{ subject: 'Troppo' }, [['refuses', 'subject-too-short', 7]]],
    [{ subject: `${'a'.repeat(60)} ${'b'.repeat(60)}` }, [['refuses', 'subject-too-long', 7]]],
    [{ body: 'Corto.' }, [['refuses', 'body-too-short', 9]]],
    [{ body: 'parola '.repeat(1430) }, [['refuses', 'body-too-long', 9]]],
    [body('Questa notifica ti dice tutto'), [['warns', 'says-notifica', 11]]],
    [body('Il menu per chi è celiaco'), [['warns', 'sensitive-word', 11]]],
    [
      body('Con PagoPA o pagopa o pago PA, su www.pagopa.gov.it'),
      [
        ['warns', 'pagopa-spelling', 11],
        ['warns', 'pagopa-spelling', 11],
        ['warns', 'pagopa-spelling', 11],
      ],
    ],
    [body('Premi Vedi avviso'), [['warns', 'button-name', 11]]],
    [{ kind: 'sollecito-1' }, [['refuses', 'reminder-without-ignore', 9]]],
    [{ kind: 'sollecito-1', ...body('Se hai già pagato,\nignora questo messaggio.') }, []],
    [{ kind: 'sollecito-1', ...body('Se hai già pagato {{#se nome}}ignora questo messaggio.{{/se}}') }, []],
    [
      { kind: 'sollecito-1', ...body('Se hai già pagato. Ignora questo.') },
      [['refuses', 'reminder-without-ignore', 9]],
    ],
    [
      body('Questa notifica costa 5 €.'),
      [
        ['warns', 'says-notifica', 11],
        ['refuses', 'amount-typed', 11],
      ],
    ],
    [
      { body: 'Costa 5 €.' },
      [
        ['refuses', 'body-too-short', 9],
        ['refuses', 'amount-typed', 9],
      ],
    ],
    [{ subject: `${'a'.repeat(110)}{{#se rata}}${'b'.repeat(20)}{{/se}}` }, []],
    [{ subject: `${'a'.repeat(119)}{{rata}}` }, []],
    [{ subject: `${'a'.repeat(120)}{{rata}}` }, [['refuses', 'subject-too-long', 7]]],
    [{ subject: 'Troppo{{#se rata}} lungo{{/se}}' }, []],
    [{ subject: 'Rata unica' }, []],
    [body('Le case:\n\n{{immobili}}\n\nFine.'), []],
    [
      body('| a |\n|---|\n\nx --- y'),
      [
        ['refuses', 'dropped-table', 11],
        ['refuses', 'rule-in-body', 14],
      ],
    ],
    [body('| --- |\n|---|'), [['refuses', 'dropped-table', 11]]],
    [
      body('<div>\n---\n</div>'),
      [
        ['refuses', 'dropped-html', 11],
        ['refuses', 'rule-in-body', 12],
      ],
    ],
    [body('a\n \n \n \nb'), [['warns', 'blank-lines', 14]]],
    [body('a\n\n\nb'), []],
    [{ body: `---\nit:\n  cta_1:\n    text: Vai\n    action: ioit://x\n---\n\n\n${sentence}` }, []],
    [
      { body: `---\nit:\n  cta_1:\n    text: ${'a'.repeat(21)}\n    action: ioit://x\n---\n${sentence}` },
      [['warns', 'cta-text-long', 12]],
    ],
    [{ body: `---\nit:\n\tcta_1:\n---\n${sentence}` }, [['refuses', 'front-matter-tab', 11]]],
    [{ body: `---\nVia con un segno\n---\n${sentence}` }, [['refuses', 'front-matter-invalid', 10]]],
    [
      { body: `---\nit:\n  cta_1:\n    text: Vai\n    action: https://x.it\n---\n${sentence}` },
      [['refuses', 'cta-action', 13]],
    ],
    [
      { body: `---\nit:\n  cta_1:\n    text: Vai {{nome}}\n    action: ioit://x\n---\n${sentence}` },
      [['refuses', 'field-in-front-matter', 12]],
    ],
  ])('%j: %j', (text, complaints) => {
    expect(brief(checkTemplate(parsed(text), { ente: 'Borgo di Sotto' }))).toEqual(
      complaints.map(([severity, code, line]) => [severity, code, line]),
    );
  });

  it.each([
    '{{',
    '{{nome}} ',
    '{{#se nome}}',
    '1.',
    '€ ',
    'pago ',
    '16 ',
    'se hai già pagato ',
    '~a',
    '[1]: x\n',
    '\n\n',
  ])('tens of thousands of characters of %j are judged in time that grows with them', (part) => {
    const hostile = part.repeat(Math.ceil(40_000 / part.length));
    const began = ownTime();
    const read = parseTemplate('prova', source({ kind: 'sollecito-1', body: hostile }));
    const complaints = read.ok ? checkTemplate(read.value) : read.problem;
    expect(complaints.length).toBeGreaterThan(0);
    expect(ownTime() - began).toBeLessThan(4000);
  });

  it('tells where in the line', () => {
    expect(checkTemplate(parsed({ body: `${sentence} Ciao {{#se nome}}x 5 € y{{/se}}` }))).toEqual([
      { severity: 'refuses', code: 'amount-typed', text: '5 €', line: 9, column: sentence.length + 21 },
    ]);
    expect(checkTemplate(parsed({ body: `${sentence}\nCosta 5 €` }))).toEqual([
      { severity: 'refuses', code: 'amount-typed', text: '5 €', line: 10, column: 7 },
    ]);
    expect(checkTemplate(parsed({ subject: 'Rata di {{nome}}' }))).toEqual([
      { severity: 'refuses', code: 'personal-in-subject', field: 'nome', line: 7, column: 18 },
    ]);
    expect(checkTemplate(parsed({ subject: 'Rata di {{#se nome}}chi{{/se}}' }))).toEqual([
      { severity: 'refuses', code: 'personal-in-subject', field: 'nome', line: 7 },
    ]);
  });
});
