import { describe, expect, it } from 'vitest';
import { aDesk } from './command-line.ts';
import { importDay, iufs } from './day-of-papers.ts';
import { ask, causaleShape } from './shapes.ts';

const uri = '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/';
const nothing = { iuf: null, prog: null, iuv: null, amountCents: null };

describe('causale', () => {
  const desk = aDesk(importDay);

  it.each([
    [
      `${uri}2024-07-26PPAYITR1XXX-S2024072601`,
      { iuf: '2024-07-26PPAYITR1XXX-S2024072601', prog: '0', kind: 'iuf' },
    ],
    [
      'LGPE- RIVERSAMENTO/URI/2024-07- 26PPAYITR1XXX-S2024072601',
      { iuf: '2024-07-26PPAYITR1XXX-S2024072601', prog: null, kind: 'iuf', confidence: 'likely' },
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/TXT/1/URI/2024-07-26\nPPAYITR1XXX-S2024072601',
      { iuf: '2024-07-26PPAYITR1XXX-S2024072601', prog: '1', kind: 'iuf' },
    ],
    [
      '/PUR/LGPE-RIVERSAMENTO/URI/2018-05-2018-05-22CIPBITMM-08-00-20-31570',
      { kind: 'unreadable', confidence: 'confirm' },
    ],
    ['.PUR.LGPE-RIVERSAMENTO.URI.2025-05-', { ...nothing, kind: 'unreadable' }],
    ['/PUR/LGPE-RIVERSAMENTO/URI/2', { kind: 'truncated', confidence: 'confirm' }],
    [
      '/RFS/RF23 5674 8393 7849 4505 5087 5/45.56',
      { ...nothing, iuv: 'RF23567483937849450550875', amountCents: 4_556, kind: 'iuv' },
    ],
    [
      '/RFS/RF65181370001C00100000014/127.6',
      { ...nothing, iuv: 'RF65181370001C00100000014', amountCents: 12_760, kind: 'iuv' },
    ],
    ['/RFB/9876096598656344', { ...nothing, iuv: '9876096598656344', kind: 'iuv', confidence: 'confirm' }],
    ['ACCREDITO AVVISO PAGOPA', { ...nothing, kind: 'suspect' }],
    ['MUTUO 620184257 CUP H94G19030460029 TRXID: 0122492727202545', { ...nothing, kind: 'none' }],
    ['', { ...nothing, kind: 'none' }],
    [`${iufs.whole.toLowerCase()} senza marcatore`, { iuf: iufs.whole, kind: 'iuf' }],
    [
      `${uri}${iufs.whole.slice(0, -2)}`,
      { iuf: iufs.whole.slice(0, -2), kind: 'truncated', confidence: 'confirm' },
    ],
  ])('reads «%s»', async (text, expected) => {
    expect(await ask(desk, ['causale', text], causaleShape)).toMatchObject(expected);
  });

  it('takes a text that begins with dashes after --', async () => {
    const { code, stdout } = await desk.run(['causale', '--', `--${uri}${iufs.whole}`]);
    expect(code).toBe(0);
    expect(stdout).toContain(iufs.whole);
  });

  it('answers in Italian without --json', async () => {
    const { stdout } = await desk.run(['causale', '/RFB/340105455507221/100.99/TXT/Diritti']);
    expect(stdout).toContain('340105455507221');
    expect(stdout).toMatch(/100,99\s€/);
  });

  it('tells the repairs in Italian words, not by their codes', async () => {
    const { stdout } = await desk.run(['causale', `LGPE- RIVERSAMENTO/URI/${iufs.whole}`]);
    expect(stdout).toContain('riparazioni');
    expect(stdout).not.toContain('broken-marker');
  });
});
