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

  it('shares money out over flussi, a part each, and takes that back', async () => {
    const words = ['--quota', `${iufs.partial}=2,00`, `--quota=${iufs.whole}=1,00`, '--nota', 'due flussi'];
    const shared = await ask(desk, ['collega', '2026/107', ...words], provvisorioShape);
    expect(shared).toMatchObject({ numero: '107', bucket: 'inError' });
    const flussi = await ask(desk, ['flussi'], flussoShape.array());
    for (const iuf of [iufs.partial, iufs.whole])
      expect(flussi.find((one) => one.iuf === iuf)?.provvisori).toContainEqual({
        esercizio: 2026,
        numero: '107',
      });
    expect(await ask(desk, ['scollega', '2026/107'], provvisorioShape)).toMatchObject({ bucket: 'inError' });
    const { value } = await desk.json(['collega', '2026/107', '--quota', `${iufs.whole}=999.999,00`]);
    expect(value).toMatchObject({ code: 'decision-impossible', why: 'shares-exceed' });
  });

  it('corrects what was read in a causale, and goes back to what was read', async () => {
    const asIuf = await ask(desk, ['correggi', '2026/105', '--iuf', iufs.whole], provvisorioShape);
    expect(asIuf.extraction).toMatchObject({ iuf: iufs.whole, kind: 'iuf', source: 'person' });
    const asIuv = await ask(desk, ['correggi', '2026/105', '--iuv', `3${iuv('01', 1)}`], provvisorioShape);
    expect(asIuv.extraction).toMatchObject({ iuf: null, iuv: iuv('01', 1), kind: 'iuv' });
    const unread = await ask(desk, ['correggi', '2026/105', 'illeggibile'], provvisorioShape);
    expect(unread).toMatchObject({ bucket: 'inError', extraction: { kind: 'unreadable' } });
    for (let i = 0; i < 3; i++) await ask(desk, ['correggi', '2026/105', 'togli'], provvisorioShape);
    const back = await ask(desk, ['correggi', '2026/105', 'togli'], provvisorioShape);
    expect(back).toMatchObject({ bucket: 'notPagoPa', extraction: { kind: 'none', source: null } });
  });

  it.each([
    [['collega', '2026/101'], 'le quote'],
    [['collega', '2026/101', 'IUF', '--quota', 'IUF=1,00'], 'le quote'],
    [['collega', '2026/101', '--quota', 'IUF'], 'IUF=60,00'],
    [['collega', '2026/101', '--quota', 'IUF=0'], 'IUF=60,00'],
    [['correggi', '2026/101'], 'una cosa sola'],
    [['correggi', '2026/101', '--iuf', 'A', '--iuv', 'B'], 'una cosa sola'],
    [['correggi', '2026/101', 'forse'], '«forse»'],
  ])('%j is wrong usage, with exit code 2', async (words, said) => {
    const { code, stderr } = await desk.run(words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
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
