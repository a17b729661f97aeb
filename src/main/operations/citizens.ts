import type { Handlers } from '../../shared/contract/api.ts';
import { dayOfInstant, type Day } from '../../shared/domain/day.ts';
import type { CitizenExtract, ExtractSection } from '../../shared/domain/extract.ts';
import { messageStateLabels } from '../../shared/wording/messages/states.ts';
import { statusLabels } from '../../shared/wording/labels.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { citizenWorkbook } from '../exports/cittadino.ts';
import { writeWorkbook } from '../exports/workbook/write-workbook.ts';
import {
  decisionsAbout,
  mentionsOf,
  messagesAbout,
  movementsAbout,
  paymentsAbout,
  positionsAbout,
  receiptsAbout,
} from '../ledger/citizen.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { readSettings } from '../ledger/settings.ts';
import type { Source } from '../ledger/sources.ts';
import type { Environment } from './environment.ts';
import { tellLeft } from './exports/tell-left.ts';
import { onSnapshot, wholeFiles } from './exports/whole-file.ts';

type Answered = Extract<keyof Handlers, `citizens.${string}`>;

/** What a citizen may ask to know (art. 15 of Regulation (EU) 2016/679). */
export function citizenHandlers(environment: Environment): Pick<Handlers, Answered> {
  return {
    async 'citizens.read'({ codiceFiscale }) {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(extractOf(ledger.value, codiceFiscale, environment.today())) : ledger;
    },
    'citizens.extract': ({ codiceFiscale }) =>
      onSnapshot(environment, async (ledger) => {
        const extract = extractOf(ledger, codiceFiscale, environment.today());
        const rows = extract.sections.reduce((sum, section) => sum + section.rows.length, 0);
        if (rows === 0) return fail({ code: 'nothing-about' });
        return wholeFiles(environment, async (newFile) => {
          const file = await newFile();
          const { ente } = readSettings(ledger);
          const told = {
            ente: ente?.denominazione ?? '',
            today: environment.today(),
            now: environment.now(),
          };
          await writeWorkbook(citizenWorkbook(extract, told), (bytes) => file.write(bytes));
          await file.close();
          // Whoever it is about stands in the file and not in its name.
          const name = `estratto-cittadino-${environment.today()}.xlsx`;
          await tellLeft(environment, { path: file.path, name, rows }, { export: 'estratto-cittadino' });
          return ok({ parcel: environment.parcels.offer({ name, path: file.path }), name, rows });
        });
      }),
  };
}

function extractOf(ledger: ReadableLedger, codiceFiscale: string, today: Day): CitizenExtract {
  const sections: readonly ExtractSection[] = [
    {
      title: 'Pagamenti',
      columns: columns(
        'IUV',
        'IUR',
        '€Importo',
        '#Pagato il',
        'Servizio',
        'Come sta',
        'Flusso',
        'Provvisorio',
      ),
      rows: paymentsAbout(ledger, codiceFiscale, today).map((one) => [
        one.iuv,
        one.iur,
        one.cents,
        one.paidOn,
        one.service,
        statusNames[one.status] ?? one.status,
        one.iuf,
        one.provvisorio,
      ]),
    },
    {
      title: 'Ricevute',
      columns: columns(
        'IUV',
        'Numero avviso',
        'Nome',
        '#Pagato il',
        '€Importo',
        'Esito',
        '…Causale',
        'PSP',
        ...sourceColumns,
      ),
      rows: receiptsAbout(ledger, codiceFiscale).map((one) => [
        one.iuv,
        one.noticeNumber,
        one.name,
        one.paidOn,
        one.cents,
        one.outcome === 'paid' ? 'pagata' : 'non pagata',
        one.description,
        one.psp,
        ...sourceCells(one.source),
      ]),
    },
    {
      title: 'Posizioni debitorie',
      columns: columns(
        'IUV',
        'Numero avviso',
        'Nome',
        '€Dovuto',
        '#Scadenza',
        '…Causale',
        'Stato',
        ...sourceColumns,
      ),
      rows: positionsAbout(ledger, codiceFiscale).map((one) => [
        one.iuv,
        one.noticeNumber,
        one.name,
        one.cents,
        one.dueDay,
        one.description,
        one.action === 'cancel' ? 'tolta' : 'da pagare o pagata',
        ...sourceCells(one.source),
      ]),
    },
    {
      title: 'Messaggi IO',
      columns: columns(
        'Campagna',
        'Servizio',
        'Numero avviso',
        '€Importo',
        'Titolo',
        '…Testo',
        'Stato',
        '#Ultimo cambiamento',
        'Elenco',
        'Riga',
      ),
      rows: messagesAbout(ledger, codiceFiscale).map((one) => [
        one.campaign,
        one.service,
        one.noticeNumber,
        one.cents,
        one.subject,
        one.body,
        stateNames[one.state] ?? one.state,
        dayOf(one.changedAt),
        one.listName,
        String(one.row),
      ]),
    },
    {
      title: 'Decisioni e note',
      columns: columns('#Presa il', 'Da chi', 'Che cosa', 'IUV', '…Nota', '#Annullata il'),
      rows: decisionsAbout(ledger, codiceFiscale).map((one) => [
        dayOf(one.madeAt),
        one.author,
        decisionNames[one.kind] ?? one.kind,
        one.iuv,
        one.note,
        one.undoneAt === null ? null : dayOf(one.undoneAt),
      ]),
    },
    {
      title: 'Movimenti che lo nominano',
      columns: columns('#Giorno', '€Importo', 'Provvisorio', '…Testo della banca', ...sourceColumns),
      rows: movementsAbout(ledger, codiceFiscale).map((one) => [
        one.day,
        one.cents,
        `${one.numero}/${one.esercizio}`,
        one.texts,
        ...sourceCells(one.source),
      ]),
    },
    {
      title: 'Altri posti',
      columns: columns('Dove', '…Che cosa'),
      rows: mentionsOf(ledger, codiceFiscale).map(({ where, detail }) => [where, detail]),
    },
  ];
  return { codiceFiscale, sections };
}

const statusNames: Readonly<Record<string, string>> = statusLabels;
const stateNames: Readonly<Record<string, string>> = messageStateLabels;

const decisionNames: Readonly<Record<string, string>> = {
  link: 'collegamento a un flusso',
  share: 'ripartizione fra flussi',
  correct: 'correzione della causale',
  unlink: 'scollegamento',
  exclude: 'esclusione',
  partner: 'di un altro partner',
  sent: 'segnata inviata',
  note: 'nota',
};

const sourceColumns = ['File', 'Riga', '#Importato il'] as const;

function sourceCells({ document, row }: Source): (string | null)[] {
  return [document.name, row === null ? null : String(row), dayOf(document.importedAt)];
}

const kinds = { '€': 'euro', '#': 'day', '…': 'long' } as const;

/** The first character of a title may say what the column holds. */
function columns(...titles: readonly string[]): ExtractSection['columns'] {
  return titles.map((title) => {
    const [sign = ''] = title;
    return sign === '€' || sign === '#' || sign === '…'
      ? { title: title.slice(1), kind: kinds[sign] }
      : { title, kind: 'text' };
  });
}

function dayOf(instant: string): string | null {
  const day = dayOfInstant(instant);
  return day.ok ? day.value : null;
}
