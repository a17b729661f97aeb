import { describe, expect, it } from 'vitest';
import { aDesk } from './command-line.ts';
import { importDay, iufs } from './day-of-papers.ts';
import { iuv } from './papers.ts';
import { ask, flussoShape, paymentShape, provvisorioShape } from './shapes.ts';

describe('what a person decides from the command line', () => {
  const desk = aDesk(importDay);

  it('links money to a flusso and takes the link back, by numero with or without zeros and conto', async () => {
    const linked = await ask(
      desk,
      ['collega', '2026/0000107', iufs.partial.toLowerCase(), '--nota', 'chiesto in banca'],
      provvisorioShape,
    );
    expect(linked).toMatchObject({ numero: '107', bucket: 'partial', extraction: { kind: 'truncated' } });
    const flusso = (await ask(desk, ['flussi'], flussoShape.array())).find(({ iuf }) => iuf === iufs.partial);
    expect(flusso).toMatchObject({ receivedCents: 6_900 });
    const unlinked = await ask(desk, ['scollega', '2026/107/0000001'], provvisorioShape);
    expect(unlinked).toMatchObject({ numero: '107', bucket: 'inError' });
  });

  it('takes money out of the flusso that its causale names, and puts it back', async () => {
    const out = await ask(desk, ['scollega', '2026/101'], provvisorioShape);
    expect(out).toMatchObject({ bucket: 'inError', extraction: { iuf: iufs.whole } });
    const back = await ask(desk, ['collega', '2026/101', iufs.whole], provvisorioShape);
    expect(back).toMatchObject({ bucket: 'reconciled' });
  });

  it('notes something on a payment, a flusso, a provvisorio, and answers each as its list does', async () => {
    expect(await ask(desk, ['nota', iuv('01', 1), 'ha chiamato'], paymentShape)).toMatchObject({
      iuv: iuv('01', 1),
      status: 'complete',
    });
    expect(await ask(desk, ['nota', iufs.whole, 'visto'], flussoShape)).toMatchObject({ iuf: iufs.whole });
    expect(await ask(desk, ['nota', '2026/105', 'mutuo'], provvisorioShape)).toMatchObject({ numero: '105' });
  });

  it('gives a payment, a flusso, a provvisorio to another partner', async () => {
    expect(await ask(desk, ['assegna', iuv('01', 9), 'Mensa srl'], paymentShape)).toMatchObject({
      status: 'other-partner',
      partner: 'Mensa srl',
    });
    expect(await ask(desk, ['assegna', iufs.unreported, 'Mensa srl'], flussoShape)).toMatchObject({
      bucket: 'otherPartner',
    });
    expect(await ask(desk, ['assegna', '2026/106', 'Mensa srl'], provvisorioShape)).toMatchObject({
      bucket: 'otherPartner',
      suspect: false,
    });
  });

  it.each([
    [['collega', '2026/999', iufs.whole], { code: 'not-found', what: 'provvisorio' }],
    [['scollega', '2026/101/0000009'], { code: 'not-found', what: 'provvisorio' }],
    [['nota', '2026-03-04NESSUNO', 'x'], { code: 'not-found', what: 'flusso' }],
    [['assegna', '01000000000099999', 'x'], { code: 'not-found' }],
    [['collega', '2026/103', iufs.partner], { code: 'decision-impossible', why: 'same-as-read' }],
  ])('%j is refused with exit code 3, and nothing changes', async (words, problem) => {
    const { code, value } = await desk.json(words);
    expect(code).toBe(3);
    expect(value).toMatchObject({ ...problem, message: expect.stringContaining('Non è cambiato nulla') });
  });

  it('asks for a provvisorio in its form, with exit code 2', async () => {
    const { code, stderr } = await desk.run(['collega', 'banana', iufs.whole]);
    expect(code).toBe(2);
    expect(stderr).toContain('2026/12');
  });

  it('shows to a person the line of the list', async () => {
    const { code, stdout } = await desk.run(['nota', '2026/101', 'visto']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Provvisorio .*\n101\/2026 .*riconciliato/);
  });

  it('is sound afterwards', async () => {
    expect((await desk.json(['verifica'])).value).toMatchObject({ ok: true });
  });
});
