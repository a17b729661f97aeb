import { statuses, type Status } from '../../../../shared/domain/verdict.ts';
import { expectedLabels } from '../../../../shared/wording/expected.ts';
import {
  dotLabels,
  flowLabels,
  noteLabels,
  provvisorioLabels,
  statusLabels,
} from '../../../../shared/wording/labels.ts';
import { answer, answerList, complain } from '../answers.ts';
import { WrongUsage, type Command } from '../command.ts';
import { dashboardText } from '../dashboard-text.ts';
import {
  flussoRecord,
  paymentRecord,
  provvisorioRecord,
  type Expected,
  type Flusso,
  type Payment,
  type Provvisorio,
} from '../records.ts';
import { euro, italianDay, tableHeader, tableRow, type Column } from '../text.ts';

export const stato: Command = {
  name: 'stato',
  usage: '',
  does: 'il cruscotto: tutto è riconciliato a meno di …',
  words: [0, 0],
  async run(_parsed, context) {
    const dashboard = await context.core().call('dashboard.read', {});
    return dashboard.ok
      ? answer(context, dashboard.value, dashboardText)
      : complain(context, dashboard.problem);
  },
};

const numeri = (provvisori: readonly { esercizio: number; numero: string }[]): string =>
  provvisori.map(({ esercizio, numero }) => `${numero}/${esercizio}`).join(' ');

export const paymentColumns: readonly Column<Payment>[] = [
  { title: 'IUV', width: 25, value: (p) => p.iuv },
  { title: 'Pagato il', width: 10, value: (p) => italianDay(p.paidOn) },
  { title: 'Importo', width: 14, right: true, value: (p) => euro(p.cents) },
  { title: 'Pagato', width: 13, value: (p) => dotLabels[p.dots.pagamento] },
  { title: 'Rendicontato', width: 13, value: (p) => dotLabels[p.dots.rendicontazione] },
  { title: 'Riconciliato', width: 13, value: (p) => dotLabels[p.dots.riconciliazione] },
  { title: 'Stato', width: 32, value: (p) => statusLabels[p.status] },
  { title: 'Provvisori', width: 12, value: (p) => numeri(p.provvisori) },
  { title: 'IUF', width: 35, value: (p) => p.iuf ?? '' },
  { title: 'Note', width: 20, value: (p) => p.reasons.map((reason) => reasonLabels[reason]).join(', ') },
];

const reasonLabels = { ...statusLabels, ...noteLabels };

export const pagamenti: Command = {
  name: 'pagamenti',
  usage: '[--cerca testo] [--stato stato]',
  does: 'elenca i pagamenti con i loro tre pallini',
  words: [0, 0],
  options: ['cerca', 'stato'],
  run({ options }, context) {
    const status = options['stato'] ?? null;
    if (status !== null && !isStatus(status))
      throw new WrongUsage(`Lo stato «${status}» non esiste; gli stati sono: ${statuses.join(', ')}`);
    const search = options['cerca'] ?? null;
    const core = context.core();
    const filter = { search, statuses: status === null ? [] : [status] };
    return answerList(context, (after) => core.call('payments.list', { filter, after }), {
      record: paymentRecord,
      header: tableHeader(paymentColumns),
      row: tableRow(paymentColumns),
      none: 'Nessun pagamento.',
    });
  },
};

function isStatus(text: string): text is Status {
  return (statuses as readonly string[]).includes(text);
}

export const flussoColumns: readonly Column<Flusso>[] = [
  { title: 'IUF', width: 35, value: (f) => f.iuf },
  { title: 'Data', width: 10, value: (f) => italianDay(f.date) },
  { title: 'Righe', width: 6, right: true, value: (f) => String(f.rows) },
  { title: 'Importo', width: 14, right: true, value: (f) => euro(f.cents) },
  { title: 'Ricevuto', width: 14, right: true, value: (f) => euro(f.receivedCents) },
  { title: 'Provvisori', width: 12, value: (f) => numeri(f.provvisori) },
  { title: 'Dove sta', width: 32, value: (f) => flowLabels[f.bucket] },
];

const expectedColumns: readonly Column<Expected>[] = [
  { title: 'IUF', width: 35, value: (f) => f.iuf },
  { title: 'Stato', width: 32, value: (f) => expectedLabels[f.state] },
  { title: 'Prodotto', width: 24, value: (f) => f.createdAt ?? '' },
  { title: 'PSP', width: 11, value: (f) => f.pspCode ?? '' },
  { title: 'Elenco', width: 20, value: (f) => f.document.name },
];

export const flussi: Command = {
  name: 'flussi',
  usage: '[--attesi]',
  does: 'elenca i flussi di rendicontazione e il denaro che li nomina; con --attesi quelli che un elenco nomina',
  words: [0, 0],
  flags: ['attesi'],
  run({ flags }, context) {
    const core = context.core();
    if (flags.has('attesi'))
      return answerList(context, (after) => core.call('expected.list', { after }), {
        record: (expected) => expected,
        header: tableHeader(expectedColumns),
        row: tableRow(expectedColumns),
        none: 'Nessun flusso atteso: importare un elenco dei flussi.',
      });
    return answerList(context, (after) => core.call('flussi.list', { after }), {
      record: flussoRecord,
      header: tableHeader(flussoColumns),
      row: tableRow(flussoColumns),
      none: 'Nessun flusso.',
    });
  },
};

export const provvisorioColumns: readonly Column<Provvisorio>[] = [
  { title: 'Provvisorio', width: 12, value: (p) => `${p.numero}/${p.esercizio}` },
  { title: 'Data', width: 10, value: (p) => italianDay(p.date) },
  { title: 'Importo', width: 14, right: true, value: (p) => euro(p.cents) },
  {
    title: 'Dove sta',
    width: 32,
    value: (p) => `${provvisorioLabels[p.bucket]}${p.suspect ? ' (sospetto)' : ''}`,
  },
  { title: 'Causale', width: 40, value: (p) => p.causale },
];

export const provvisori: Command = {
  name: 'provvisori',
  usage: '',
  does: 'elenca i provvisori di entrata e che cosa dice la loro causale',
  words: [0, 0],
  run(_parsed, context) {
    const core = context.core();
    return answerList(context, (after) => core.call('provvisori.list', { after }), {
      record: provvisorioRecord,
      header: tableHeader(provvisorioColumns),
      row: tableRow(provvisorioColumns),
      none: 'Nessun provvisorio.',
    });
  },
};
