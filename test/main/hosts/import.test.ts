import { describe, expect, it } from 'vitest';
import { aDesk, settle } from './command-line.ts';
import { dayGiornale, wholeFlusso, writeDay } from './day-of-papers.ts';
import { flusso, otherEnte } from './papers.ts';
import { giornale } from './giornale.ts';
import {
  ask,
  documentShape,
  documentsShape,
  importShape,
  problemShape,
  statoShape,
  verificaShape,
} from './shapes.ts';

describe('importa, importazioni, annulla, verifica', () => {
  const desk = aDesk(settle);

  it('imports a folder at any depth, names documents by their path in it, and sums the report', async () => {
    const { documents, report } = await ask(desk, ['importa', writeDay(desk)], importShape);
    expect(documents.map(({ name, kind, outcome }) => [name, kind, outcome])).toEqual([
      ['flussi/a fondo/è "strano".xml', 'flusso', 'imported'],
      ['flussi/partner.xml', 'flusso', 'imported'],
      ['flussi/parziale.xml', 'flusso', 'imported'],
      ['giornale.xml', 'giornale-opi', 'imported'],
      ['ricevute/1.xml', 'ricevuta', 'imported'],
      ['ricevute/2.xml', 'ricevuta', 'imported'],
      ['ricevute/3.xml', 'ricevuta', 'imported'],
      ['ricevute/ko.xml', 'ricevuta', 'imported'],
    ]);
    expect(report).toEqual({
      movements: 8,
      new: 7,
      alreadyKnown: 0,
      reversals: 0,
      flussi: {
        imported: 5,
        reconciled: 1,
        partial: 1,
        notReported: 1,
        otherPartner: 1,
        inError: 1,
        mixed: 0,
      },
      notPagoPa: { count: 2, suspect: 1 },
      cents: {
        total: 36_451,
        reconciled: 24_040,
        partial: 6_000,
        notReported: 777,
        otherPartner: 3_000,
        inError: 900,
        notPagoPa: 1_734,
      },
    });
    expect(documents.find(({ kind }) => kind === 'giornale-opi')?.report).toEqual(report);
    expect(documents.filter((document) => document.report !== undefined)).toHaveLength(1);
  });

  it('keeps them in the history, with the instant', async () => {
    const { documents } = await ask(desk, ['importazioni'], documentsShape);
    expect(documents).toHaveLength(8);
    expect(documents.every(({ undoneAt }) => undoneAt === undefined)).toBe(true);
    const text = await desk.run(['importazioni']);
    expect(text.stdout.trimEnd().split('\n')).toHaveLength(8);
  });

  it('refuses what it cannot take, does the rest, and ends with 3', async () => {
    const bad = {
      'vuoto.xml': '',
      'nota.txt': 'un appunto\n',
      'tagliato.xml': wholeFlusso.slice(0, 900),
      'dtd.xml': wholeFlusso.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'),
      'altro-ente.xml': flusso('2026-03-04BINVIT9X-99', [{ n: 99, cents: 1 }], { ente: otherEnte }),
      'altro-giornale.xml': giornale([], { ente: otherEnte }),
    };
    const paths = Object.entries(bad).map(([name, content]) => desk.write(`scarti/${name}`, content));
    const good = desk.write('buono.xml', flusso('2026-03-06BINVIT9X-55', [{ n: 55, cents: 5_500 }]));
    const { documents, report } = await ask(desk, ['importa', ...paths, 'manca.xml', good], importShape, 3);
    expect(report).toBeNull();
    expect(documents.map(({ name, outcome, problem }) => [name, outcome, problem?.code])).toEqual([
      ['vuoto.xml', 'refused', 'empty-file'],
      ['nota.txt', 'refused', 'unknown-format'],
      ['tagliato.xml', 'refused', 'incomplete-file'],
      ['dtd.xml', 'refused', 'doctype-refused'],
      ['altro-ente.xml', 'refused', 'other-ente'],
      ['altro-giornale.xml', 'refused', 'other-ente'],
      ['manca.xml', 'refused', 'file-not-found'],
      ['buono.xml', 'imported', undefined],
    ]);
    expect(documents.filter(({ id }) => id === null)).toHaveLength(7);
  });

  it('tells a row that is refused and imports the others', async () => {
    const file = desk.write(
      'riga.xml',
      dayGiornale.replace('>240.40<', '>1000.005<').replaceAll('T18:', 'T19:'),
    );
    const { documents } = await ask(desk, ['importa', file], importShape);
    expect(documents).toMatchObject([{ outcome: 'imported', refusedRows: [{ row: 1 }] }]);
    expect(documents[0]?.refusedRows[0]?.message).toContain('1000.005');
  });

  it('undoes a document: the ledger is as without it', async () => {
    const before = await ask(desk, ['verifica'], verificaShape);
    const file = desk.write('dopo.xml', flusso('2026-03-06BINVIT9X-77', [{ n: 77, cents: 7_700 }]));
    const { documents } = await ask(desk, ['importa', file], importShape);
    const id = String(documents[0]?.id);
    expect((await ask(desk, ['verifica'], verificaShape)).digest).not.toBe(before.digest);

    const undone = await ask(desk, ['annulla', id], documentShape);
    expect(undone).toMatchObject({ id: Number(id), name: 'dopo.xml', undoneAt: expect.any(String) });
    expect(await ask(desk, ['verifica'], verificaShape)).toEqual({ ...before, ok: true, findings: [] });
    const history = await ask(desk, ['importazioni'], documentsShape);
    expect(history.documents.filter(({ undoneAt }) => undoneAt !== undefined)).toMatchObject([
      { id: Number(id) },
    ]);

    const again = await ask(desk, ['annulla', id], problemShape, 3);
    expect(again).toMatchObject({ code: 'already-undone', id: Number(id) });
    expect(await ask(desk, ['importa', file], importShape)).toMatchObject({
      documents: [{ outcome: 'imported' }],
    });
  });

  it('says which document does not exist', async () => {
    const problem = await ask(desk, ['annulla', '4321'], problemShape, 3);
    expect(problem).toMatchObject({ code: 'no-such-document', id: 4321 });
    const { stderr, stdout } = await desk.run(['annulla', '4321']);
    expect(stdout).toBe('');
    expect(stderr).toContain('Il documento 4321 non esiste');
  });

  it('imports nothing from an empty folder, and says no difference', async () => {
    const stato = await ask(desk, ['stato'], statoShape);
    desk.write('vuota/.DS_Store', 'x');
    expect(await ask(desk, ['importa', desk.path('vuota')], importShape)).toEqual({
      documents: [],
      report: null,
    });
    expect(await ask(desk, ['stato'], statoShape)).toEqual(stato);
  });
});
