import type { Day } from '../../shared/domain/day.ts';

/** A payment service provider of the demo. */
export interface Psp {
  /** As it stands in its IUFs and in `istitutoMittente`. */
  readonly code: string;
  readonly codeType: 'A' | 'B' | 'G';
  readonly name: string;
  /** How it numbers the flows of a day. */
  flowCode(day: Day, sequence: number): string;
}

const compact = (day: Day): string => day.replaceAll('-', '');
const padded = (sequence: number, width: number): string => String(sequence).padStart(width, '0');

/** Every code is invented: locations `9X`, `9Y`, `9Z` and ABI `99…` are nobody's. */
export const psps = {
  banca: {
    code: 'BINVIT9X',
    codeType: 'B',
    name: 'Banca Invenzione S.p.A.',
    flowCode: (_day, sequence) => padded(sequence, 10),
  },
  posta: {
    code: 'PFANIT9ZXXX',
    codeType: 'B',
    name: 'Posta Fantasia',
    flowCode: (_day, sequence) => padded(38_100_000 + sequence, 12),
  },
  app: {
    code: 'PAGFIT9YXXX',
    codeType: 'B',
    name: 'PagaFinta Istituto di Pagamento',
    flowCode: (day, sequence) => `S${compact(day)}${padded(sequence % 100, 2)}`,
  },
  rurale: {
    code: 'ABI99036',
    codeType: 'A',
    name: 'Cassa Rurale di Vallelunga',
    flowCode: (_day, sequence) => `ADRSY${padded(40_700_000 + sequence, 11)}`,
  },
  estero: {
    code: 'FNTRGB9X',
    codeType: 'B',
    name: 'Fantasy Transfer Ltd',
    flowCode: (_day, sequence) => `1h7fu${sequence.toString(36).padStart(4, '0')}x`,
  },
} as const satisfies Record<string, Psp>;

/** The PSPs by themselves. */
export const pspList: readonly Psp[] = [psps.banca, psps.posta, psps.app, psps.rurale, psps.estero];

/** The IUF of the `sequence`-th flow of a PSP. */
export function makeIuf(psp: Psp, day: Day, sequence: number): string {
  return `${day}${psp.code}-${psp.flowCode(day, sequence)}`;
}
