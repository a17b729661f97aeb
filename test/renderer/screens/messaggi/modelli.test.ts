import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkText,
  lineSpan,
  nameOfTitle,
  withTitle,
} from '../../../../src/renderer/screens/messaggi/modelli/check-text.ts';
import {
  inventedRow,
  inventedValues,
  withTexts,
} from '../../../../src/renderer/screens/messaggi/modelli/invented-row.ts';
import { flawOfFiscalCode } from '../../../../src/shared/domain/message/fiscal-code.ts';
import { compose } from '../../../../src/shared/domain/message/compose.ts';

const folder = join(import.meta.dirname, '../../../../resources/message-templates');
const office = { ente: 'Comune di Prova', servizio: 'TARI', contatti: null };

describe('a row that nobody is in', () => {
  it.each(readdirSync(folder))('fills %s', (file) => {
    const { template, refused } = checkText(file, readFileSync(join(folder, file), 'utf8'), office.ente);
    if (template === null) throw new Error(`${file} does not read`);
    const row = inventedRow(template, 2026);
    expect(refused).toBe(false);
    expect(flawOfFiscalCode(row.fiscalCode)).toBeNull();
    expect(compose(template, inventedValues(office), row)).toMatchObject({ ok: true });
  });

  it('has a value for every column that a text asks for', () => {
    const text =
      '---\nnome: P\ntipo: generico\navviso: no\nrichiede: colonna:Via\noggetto: Un oggetto qualunque\n---\nIn {{colonna:Piano terra}}: un testo che è abbastanza lungo perché il servizio lo accetti senza altro.\n';
    const { template } = checkText('p', text, null);
    if (template === null) throw new Error('it does not read');
    const made = compose(template, inventedValues(office), inventedRow(template, 2026));
    expect(made).toMatchObject({
      ok: true,
      value: { markdown: expect.stringContaining('In (Piano terra)') },
    });
  });

  it('says what is written for the campaign, where it is written', () => {
    const values = withTexts(inventedValues(office), { oggetto: 'Orari', testo: ' ' });
    expect(values.texts.oggetto).toBe('Orari');
    expect(values.texts.testo).toBe(inventedValues(office).texts.testo);
  });
});

describe('a text as it is typed', () => {
  it('is refused for what keeps it from being sent, not for what is to be weighed', () => {
    expect(checkText('p', 'niente', null)).toMatchObject({ template: null, refused: true });
    const long =
      'Parole che bastano perché il testo arrivi alla lunghezza minima che il servizio chiede a tutti.';
    const loud = checkText('p', textOf('AVVISO PER TUTTI QUANTI', long), null);
    expect(loud).toMatchObject({ refused: false, complaints: [{ severity: 'warns' }] });
    expect(checkText('p', textOf('Un oggetto qualunque', `${long} Sono 12,50 €.`), null).refused).toBe(true);
  });

  it('has lines that can be gone to', () => {
    const text = 'uno\ndue\n\nquattro';
    const at = (line: number) => {
      const { from, to } = lineSpan(text, line);
      return text.slice(from, to);
    };
    expect([1, 2, 3, 4, 9].map(at)).toEqual(['uno', 'due', '', 'quattro', '']);
  });

  it('gets a name that is free from its title, and another title', () => {
    expect(nameOfTitle('TARI, rata (è già)', [])).toBe('tari-rata-e-gia');
    expect(nameOfTitle('TARI', ['tari', 'tari-2'])).toBe('tari-3');
    expect(nameOfTitle('!!!', [])).toBe('modello');
    expect(withTitle('---\nnome: Prima\ntipo: x\n---\nnome: no', 'Costa $1')).toBe(
      '---\nnome: Costa $1\ntipo: x\n---\nnome: no',
    );
  });
});

function textOf(subject: string, body: string): string {
  return `---\nnome: P\ntipo: generico\navviso: no\noggetto: ${subject}\n---\n${body}\n`;
}
