import { trailOperations, type TrailOperation } from '../../../shared/domain/trail.ts';

/** What a person may want to see together: each operation stands in one of them at least. */
export const groups: readonly {
  readonly name: string;
  readonly title: string;
  readonly operations: readonly TrailOperation[];
}[] = [
  {
    name: 'importazioni',
    title: 'Importazioni e annullamenti',
    operations: [
      ...begin('files-', 'document-', 'drop-', 'undone-'),
      ...begin('documents-accepted', 'documents-known', 'documents-undone'),
    ],
  },
  { name: 'uscite', title: 'Ciò che è uscito', operations: begin('export-', 'message-sent', 'consumer-') },
  { name: 'decisioni', title: 'Decisioni e totali', operations: begin('decision-', 'total-') },
  {
    name: 'messaggi',
    title: 'Messaggi ai cittadini',
    operations: [
      ...begin('campaign-', 'message-', 'outbox-', 'rules-', 'template-', 'list-profile-', 'paid-list-'),
      ...begin('cards-', 'trial-', 'stale-'),
    ],
  },
  {
    name: 'impostazioni',
    title: 'Impostazioni, chiavi e programmi',
    operations: begin('settings-', 'profile-', 'program-', 'doors-', 'key'),
  },
  {
    name: 'dati-personali',
    title: 'Minimizzazioni e scarti',
    operations: begin('data-', 'documents-discarded'),
  },
  {
    name: 'archivio',
    title: 'Copie, ripristini e verifiche',
    operations: begin('copy-', 'copies-', 'ledger-', 'schema-', 'trail-'),
  },
];

function begin(...beginnings: readonly string[]): readonly TrailOperation[] {
  return trailOperations.filter((name) => beginnings.some((beginning) => name.startsWith(beginning)));
}
