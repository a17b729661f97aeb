import type { Input } from '../../src/shared/contract/api.ts';
import type { OperationName } from '../../src/shared/contract/operations.ts';
import type { messageOperations } from '../../src/shared/contract/message-operations.ts';

/** Two people and a mistake. */
export const recipientsExample = {
  name: 'tari.csv',
  content: [
    'Codice fiscale;Nominativo;Numero avviso;Importo;Scadenza',
    'RSSMRA85T10A562S;Rossi Mario;301000000000012373;128,30;16/12/2099',
    'RSSMRA80A01H501U;Verdi Maria;312202500000001771;64,10;16/12/2099',
    'RSSMRA85T10A562T;Bianchi Luca;302123456789012356;10,00;16/12/2099',
  ].join('\n'),
};

type MessageOperation = keyof typeof messageOperations;

/**
 * Those that cannot succeed on the ledger of invented data, and what they say there: no message of it leaves the computer,
 * so that of none the outcome is uncertain.
 */
export const inVainInDemo: Readonly<Partial<Record<string, string>>> = {
  'about.notices': 'not-built',
  'updates.verify': 'no-such-parcel',
  'privacy.openFolder': 'folder-not-opened',
  'keys.save': 'no-office',
  'keys.remove': 'no-office',
  'keys.unlock': 'no-office',
  'keys.lock': 'no-office',
  'keys.passphrase': 'no-office',
  'keys.test': 'no-office',
  'outbox.run': 'no-office',
  'outbox.start': 'no-office',
  'outbox.follow': 'no-office',
  'outbox.confirm': 'no-office',
  'outbox.settle': 'not-uncertain',
  // No such copy was made.
  'backups.restore': 'backup-not-found',
  // The invented ledger knows nobody of that name, and nothing in it is as old as that.
  'citizens.extract': 'nothing-about',
  'discard.run': 'nothing-to-discard',
} satisfies Partial<Record<OperationName, string>>;

/** A question for each operation of the messages, in an order in which each can be answered; `list` is `recipientsExample`. */
export function messageExamples(list: string): { readonly [Name in MessageOperation]: Input<Name> } {
  return {
    'messages.settings.write': { settings: { testUsers: ['RSSMRA80A01H501U'] } },
    'messages.settings.read': {},
    'messages.services': {},
    'keys.save': {
      service: 'tari',
      key: '0123456789abcdef0123456789abcdef',
      keep: 'session',
      which: 'primary',
    },
    'keys.test': { service: 'tari', fiscalCode: 'RSSMRA80A01H501U' },
    'keys.remove': { service: 'tari' },
    'keys.passphrase': { old: null, passphrase: 'una frase abbastanza lunga' },
    'keys.unlock': { passphrase: 'una frase abbastanza lunga' },
    'keys.lock': {},
    'templates.list': {},
    'templates.save': { name: 'prova', text: '---\nnome: Prova\n---\nTesto' },
    'templates.restore': { name: 'prova' },
    'lists.propose': { parcel: list },
    'lists.saveProfile': { profile: { name: 'Casa di prova', columns: { fiscalCode: 'Codice fiscale' } } },
    'lists.profiles': {},
    'lists.removeProfile': { name: 'Casa di prova' },
    'campaigns.prepare': { service: 'tari', template: 'tari-avviso', list },
    'campaigns.list': {},
    'campaigns.read': { id: 1 },
    'campaigns.findings': { id: 1 },
    'campaigns.preview': { id: 1, row: 1 },
    'campaigns.trial': { id: 1, row: 1, fiscalCode: 'RSSMRA80A01H501U' },
    'campaigns.queue': { id: 1 },
    'campaigns.report': { id: 1, clear: true },
    'campaigns.paper': {},
    'campaigns.refused': { id: 1 },
    'campaigns.pause': { id: 1, paused: true },
    'campaigns.correct': {
      id: 1,
      template: 'errata-corrige',
      texts: { messaggioErrato: 'TARI 2099', datoErrato: '10 euro', datoCorretto: '20 euro' },
    },
    'paidLists.import': { parcel: list, service: 'tari' },
    'paidLists.list': {},
    'paidLists.remove': { id: 1 },
    'rules.write': {
      rules: {
        services: [{ service: 'tari', positions: { on: true }, remind: { on: true, mode: 'automatic' } }],
        cie: { on: true, acknowledgedAnpr: true },
      },
    },
    'rules.read': {},
    'cie.import': { parcel: list },
    'cie.read': {},
    'rules.check': {},
    'outbox.read': {},
    'outbox.start': {},
    'outbox.stop': {},
    'outbox.run': {},
    'outbox.follow': {},
    'outbox.confirm': {},
    'outbox.messages': {},
    'outbox.message': { id: 1 },
    'outbox.settle': { key: 'tari:RSSMRA85T10A562S:avviso:301000000000012373', how: 'inviato' },
    'campaigns.withdraw': { id: 1 },
  };
}
