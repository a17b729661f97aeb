import type { Settings } from '../../shared/domain/settings.ts';
import { inventedEnte } from './invented-ente.ts';
import type { Random } from './random.ts';

/** A service of the demo, as its notices are made. */
export interface DemoServizio {
  readonly id: string;
  readonly nome: string;
  /** The two digits that follow the segregation code in its IUVs. */
  readonly group: string;
  readonly category: string;
  readonly accertamento: string;
  readonly capitolo: string;
  /** Believable amounts, in cents. */
  amount(random: Random): number;
}

/** The services of the invented Comune. */
export const servizi = {
  tari: {
    id: 'tari',
    nome: 'TARI',
    group: '10',
    category: '9/0101101IM/',
    accertamento: '2026/118',
    capitolo: '10120',
    amount: (random) => random.int(3800, 39_900),
  },
  mensa: {
    id: 'mensa',
    nome: 'Mensa scolastica',
    group: '20',
    category: '9/0101108TS/',
    accertamento: '2026/204',
    capitolo: '30210',
    amount: (random) => 520 * random.int(4, 22),
  },
  centroEstivo: {
    id: 'centro-estivo',
    nome: 'Centro estivo',
    group: '30',
    category: '9/0101109TS/',
    accertamento: '2026/251',
    capitolo: '30225',
    amount: (random) => 4500 * random.int(1, 6),
  },
  cie: {
    id: 'cie',
    nome: 'Carta d’identità elettronica',
    group: '40',
    category: '9/0101100TS/',
    accertamento: '2026/017',
    capitolo: '30105',
    amount: () => 2221,
  },
} as const satisfies Record<string, DemoServizio>;

/** The services with the weight they have at the counter. */
export const busyServizi: readonly DemoServizio[] = [
  servizi.tari,
  servizi.tari,
  servizi.tari,
  servizi.mensa,
  servizi.mensa,
  servizi.mensa,
  servizi.centroEstivo,
  servizi.cie,
];

/** Segregation codes at work in the demo: ours, and those of two partners. */
export const segregations = { ours: '01', riscossioni: '05', multe: '12' } as const;

/** Application code of the notices that were printed before the segregation codes. */
export const oldApplication = '02';

/** What the clerk of the invented Comune has written in the settings. */
export const demoSettings: Settings = {
  ente: { codiceFiscale: inventedEnte.codiceFiscale, denominazione: inventedEnte.denominazione },
  codiciPropri: [segregations.ours, `app:${oldApplication}`],
  altriPartner: [
    { codice: segregations.riscossioni, nome: 'Riscossioni Pianura Inventata S.r.l.' },
    { codice: segregations.multe, nome: 'Multe in Rete (Unione del Crinale)' },
  ],
  servizi: Object.values(servizi).map(({ id, nome, group, accertamento, capitolo }) => ({
    id,
    nome,
    codici:
      id === servizi.tari.id
        ? [`${segregations.ours}${group}`, `app:${oldApplication}`]
        : [`${segregations.ours}${group}`],
    accertamento,
    capitolo,
  })),
};
