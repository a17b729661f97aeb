import { makeIuvAux0, makeIuvAux3, makeRf } from '../../../../../src/shared/domain/iuv.ts';
import { capitals, digits, small, type Chance } from './chance.ts';

/** An IUF as the specification has it, of one of the shapes that were seen: date, PSP, dash, code. */
export interface Iuf {
  readonly text: string;
  /** Where the code begins, after the dash that ends the PSP. */
  readonly codeAt: number;
}

const letters = (chance: Chance, length: number) => chance.text(length, capitals);
const numbers = (chance: Chance, length: number) => chance.text(length, digits);

const psps: readonly ((chance: Chance) => string)[] = [
  (c) => `${letters(c, 4)}IT${c.text(2, capitals + digits)}`,
  (c) => `${letters(c, 4)}IT${c.text(2, capitals + digits)}XXX`,
  (c) => `${letters(c, 4)}${c.pick(['IT', 'GB', 'DE', 'FR', 'LT', 'IE'])}${c.text(2, capitals + digits)}`,
  (c) => `ABI${numbers(c, 5)}`,
  (c) => `BIC${numbers(c, 5)}`,
  (c) => numbers(c, 11),
  (c) => c.pick(['nodo-doc-dev', 'psp-prova', 'banca-uno-dev', 'ist-pag-01']),
];

const base36 = digits + small;
const codes: readonly ((chance: Chance) => string)[] = [
  (c) => numbers(c, 4).padStart(10, '0'),
  (c) => `S20${numbers(c, 8)}`,
  (c) => `S5${numbers(c, 10)}`,
  (c) => `S0${numbers(c, 8)}`,
  (c) => `0000${numbers(c, 8)}`,
  (c) => numbers(c, 5).padStart(16, '0'),
  (c) => `${c.below(10)}${c.text(12, base36)}`,
  (c) => `0E0${c.text(9, capitals + digits)}G`,
  (c) => `0${c.below(10)}-${numbers(c, 2)}-${numbers(c, 2)}-${numbers(c, 5)}`,
  (c) => `ADRSY000${numbers(c, 8)}`,
  (c) => `CC0ISB${numbers(c, 10)}`,
  (c) => `E${numbers(c, 13)}`,
  (c) => `${numbers(c, 9)}U`,
  (c) => `TESTENG${c.below(10)}-${numbers(c, 2)}`,
];

/** A day between two years, the second not included. */
export function day(chance: Chance, from = 2013, to = 2031): string {
  const first = Date.UTC(from, 0, 1) / 864e5;
  const last = Date.UTC(to, 0, 1) / 864e5;
  return new Date((first + chance.below(last - first)) * 864e5).toISOString().slice(0, 10);
}

/** Draws an IUF, 35 characters at most. */
export function drawIuf(chance: Chance, date = day(chance)): Iuf {
  for (;;) {
    const head = `${date}${chance.pick(psps)(chance)}-`;
    const text = head + chance.pick(codes)(chance);
    if (text.length <= 35) return { text, codeAt: head.length };
  }
}

/** An IUF of the same day and PSP, as the PSP sends several a day. */
export function sibling(chance: Chance, { text }: Pick<Iuf, 'text'>): string {
  return text.slice(0, -1) + chance.pick(['1', '2', '3'].filter((digit) => !text.endsWith(digit)));
}

/** An IUV whose check holds. */
export function drawIuv(chance: Chance): string {
  const base = numbers(chance, 13);
  const shapes = [
    () => makeIuvAux3(numbers(chance, 2), base),
    () => makeIuvAux0(numbers(chance, 2), base),
    () => makeRf(`${numbers(chance, 9)}${chance.text(8, capitals + digits)}${numbers(chance, 4)}`),
    () => makeRf(base.slice(1)),
  ];
  return chance.pick(shapes)();
}

/** An IUF as the rule allows it, of shapes that were not seen. */
export function unseenIuf(chance: Chance): string {
  const all = capitals + digits;
  const psp = chance.pick([
    () => letters(chance, 3 + chance.below(6)),
    () => `PSP_${numbers(chance, 2)}`,
    () => chance.text(8, all),
    () => numbers(chance, 5),
    () => numbers(chance, 11),
    () => `${letters(chance, 4)}IT${chance.text(2, all)}`,
  ])();
  const code = chance.pick([
    () => `FLUSSO${numbers(chance, 3)}`,
    () => numbers(chance, 5 + chance.below(8)),
    () => chance.text(8 + chance.below(5), all),
    () => chance.text(8 + chance.below(5), digits + small),
    () => `${numbers(chance, 8)}-${numbers(chance, 3)}`,
    () => `${letters(chance, 2)}_${numbers(chance, 6)}`,
    () => `${chance.text(3, all)}-${chance.text(4, all)}`,
    () => `R${numbers(chance, 6)}.${numbers(chance, 2)}`.replace('.', '_'),
  ])();
  const text = `${day(chance)}${psp}-${code}`;
  return text.length <= 35 ? text : unseenIuf(chance);
}
