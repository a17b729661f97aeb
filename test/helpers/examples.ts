import type { Input, Output } from '../../src/shared/contract/api.ts';
import { messageExamples } from './message-examples.ts';
import type { OperationName } from '../../src/shared/contract/operations.ts';

/** What stands in the ledger of invented data, for questions that must name something. */
export interface Known {
  readonly payment: Output<'payments.list'>['rows'][number];
  readonly flusso: Output<'flussi.list'>['rows'][number];
  /** Money of pagoPA. */
  readonly provvisorio: Output<'provvisori.list'>['rows'][number];
  readonly position: Output<'positions.list'>['rows'][number];
  readonly document: Output<'documents.list'>['rows'][number];
  readonly drop: Output<'drops.list'>['rows'][number];
  readonly settings: Output<'settings.read'>;
  /** Of a file that was handed over. */
  readonly parcel: string;
  /** Of `recipientsExample`. */
  readonly people: string;
  /** Of a file that was made for the consumer `tributi`. */
  readonly exported: string;
}

/** A list that no format knows, for who must be told what its columns are. */
export const listExample = {
  name: 'estratto.csv',
  content: 'Data;Importo;Causale\n16/03/2026;1,00;/PUR/LGPE-RIVERSAMENTO/URI/2026-03-04BINVIT9X-1\n',
};

export const profileExample = {
  name: 'Banca di Prova',
  what: 'tesoreria',
  fingerprint: { by: 'headers', headers: ['Data', 'Importo', 'Causale'] },
  columns: { day: [0], amount: [1], causale: [2] },
  decimals: 'comma',
  days: 'dmy',
} as const;

/**
 * A question for each operation, in an order in which each can be answered; the compiler asks for one when a row is
 * added to the contract.
 */
export function examples({
  payment,
  flusso,
  provvisorio,
  position,
  document,
  drop,
  settings,
  parcel,
  people,
  exported,
}: Known): {
  readonly [Name in OperationName]: Input<Name>;
} {
  const { iuv, iur, index } = payment;
  const { esercizio, numero, conto } = provvisorio;
  return {
    'about.read': {},
    'about.notices': {},
    'demo.fill': {},
    'preferences.write': { preferences: { tema: 'dark', colonne: ['iuv', 'cents'] } },
    'preferences.read': {},
    'settings.read': {},
    'settings.write': { settings },
    'dashboard.read': {},
    'dashboard.details': {},
    'payments.list': { filter: { attention: true }, limit: 20 },
    'payments.changes': { limit: 20 },
    'payments.count': { filter: { search: iuv } },
    'payments.read': { iuv, iur, index },
    'positions.list': { filter: { statuses: ['overdue'] }, sort: { by: 'status' } },
    'positions.count': {},
    'positions.read': { key: position.key },
    'services.unknown': {},
    'codici.propose': {},
    'flussi.list': { limit: 20 },
    'flussi.changes': { limit: 20 },
    'flussi.count': {},
    'flussi.read': { iuf: flusso.iuf },
    'expected.list': { filter: { states: ['missing'] }, limit: 20 },
    'expected.count': {},
    'provvisori.list': { limit: 20, sort: { by: 'attention' } },
    'provvisori.changes': { limit: 20 },
    'provvisori.count': {},
    'provvisori.read': { esercizio, numero, conto },
    'causale.read': { text: `/PUR/LGPE-RIVERSAMENTO/URI/${flusso.iuf}` },
    'regularisation.list': { filter: { stages: ['open', 'partly'] }, sort: { by: 'date' }, limit: 20 },
    'regularisation.count': { filter: { ages: ['31-60'] } },
    'regularisation.totals': { filter: { stages: ['open'] } },
    'regularisation.read': { esercizio, numero, conto },
    'quadratura.read': { from: '2026-01-01', to: '2026-03-31' },
    'quadratura.declare': { service: 'tari', from: '2026-01-01', to: '2026-03-31', count: 3, cents: 12_000 },
    'decisions.make': {
      decision: {
        kind: 'note',
        target: { type: 'provvisorio', esercizio, numero, conto },
        text: 'chiesto in banca',
      },
    },
    'decisions.list': {},
    'decisions.undo': { id: 1 },
    'profiles.propose': { parcel },
    'profiles.save': { profile: profileExample },
    'profiles.list': {},
    'profiles.remove': { name: profileExample.name },
    'documents.preview': { parcels: [parcel] },
    'documents.import': { parcels: [parcel] },
    'documents.discard': { parcels: [parcel] },
    'documents.names': { from: 1, to: 10 },
    'documents.list': { drop: drop.importedAt, limit: 20 },
    'documents.read': { id: document.id },
    'documents.refusedRows': { id: document.id },
    'drops.list': {},
    'programs.create': { name: 'Controllo di gestione' },
    'programs.list': {},
    'programs.recognise': { tokenDigest: 'a'.repeat(64) },
    'programs.mark': { id: 1 },
    'programs.revoke': { id: 1 },
    'ledger.revision': {},
    'doors.read': {},
    'doors.write': { api: { on: false } },
    'exports.make': { name: 'riconciliazione', format: 'json', from: '2020-01-01', clear: true },
    'exports.confirm': { parcel: exported },
    'consumers.list': {},
    'consumers.forget': { name: 'tributi' },
    ...messageExamples(people),
    'trail.list': { filter: { operations: ['files-imported'] }, limit: 20 },
    'trail.export': {},
    'backups.make': {},
    'backups.state': {},
    'backups.list': { readAgain: true },
    'backups.settings': { secondFolder: null },
    'backups.restore': { copy: '/copie/nessuna.db' },
    'backups.accept': {},
    'diagnosis.make': {},
    // It was imported and given up before this.
    'updates.verify': { parcels: [parcel] },
    'citizens.read': { codiceFiscale: 'FNTRSL80A41Z999X' },
    'citizens.extract': { codiceFiscale: 'FNTRSL80A41Z999X' },
    'privacy.read': {},
    'privacy.openFolder': {},
    'minimise.preview': { years: 10 },
    'minimise.run': { years: 10 },
    'discard.preview': { upToYear: 2001 },
    'discard.run': { what: { upToYear: 2001 }, act: 'Prot. 1/2026', actDay: '2026-01-10' },
    'ledger.verify': {},
    'documents.undo': { id: document.id, anyway: true },
    'drops.undo': { importedAt: drop.importedAt, anyway: true },
  };
}
