import { join } from 'node:path';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aReversale,
  aRicevuta,
  aSospeso,
  anIuf,
  causaleOf,
} from '../../scenarios/papers.ts';
import { notice } from '../../helpers/citizens.ts';
import { openMessageDesk, type MessageDesk } from '../../helpers/message-desk.ts';
import { filesWith, marked, type Marked } from './bytes.ts';

/** An office that has had to do with marked people, in everything that it keeps. */
export interface PrivateDesk extends MessageDesk {
  readonly people: readonly Marked[];
  /** Everything by which they are known. */
  readonly texts: readonly string[];
  /** Imports papers by name; the outcome of each document. */
  drop(papers: Readonly<Record<string, string>>): Promise<string>;
  /** The papers that were imported first. */
  readonly papers: Readonly<Record<string, string>>;
  /** Lets years go by. */
  years(count: number): void;
  /** Files of the ledger's folder, and of the computer's, in which somebody is named; copies are told apart. */
  named(): { readonly copies: string[]; readonly elsewhere: string[] };
}

const fewCents = 4_500;

/** Receipts, positions, a flusso, movements of the bank, messages, notes and left-out lines, all about marked people. */
export async function openPrivateDesk(count = 4): Promise<PrivateDesk> {
  const desk = await openMessageDesk();
  const people = Array.from({ length: count }, (_, n) => marked(n + 1));
  const payments = people.map((_, n) => aPayment(n + 1, fewCents + n));
  const total = payments.reduce((sum, { cents }) => sum + cents, 0);
  const iuf = anIuf(1);
  const [first = marked(1), second = marked(2)] = people;
  const papers: Record<string, string> = {
    ...Object.fromEntries(
      people.map((person, n): [string, string] => [
        `ricevuta-${n + 1}.xml`,
        aRicevuta(payments[n] ?? aPayment(1, 1), {
          debtor: { codiceFiscale: person.codiceFiscale, name: person.name },
          description: `TARI di ${person.name}, ${person.address}`,
        }),
      ]),
    ),
    'flusso.xml': aFlusso(iuf, payments),
    'giornale.xml': aGiornale([
      aSospeso('1', total, causaleOf(iuf)),
      aSospeso('2', 1_000, `BONIFICO DI ${first.name} CF ${first.codiceFiscale} ${first.address}`, {
        payer: first.name,
        bankTexts: ['48', second.name],
        endToEnd: `NOTPROVIDED ${second.codiceFiscale}`,
      }),
      aReversale('7', total + 1_000, [
        { numero: '1', cents: total },
        { numero: '2', cents: 1_000 },
      ]),
      aSospeso('9', 700, `RIMBORSO A ${second.name}`, { documento: 'MANDATO', payer: second.name }),
    ]),
    'posizioni.csv': [
      'iuv;codice_fiscale;debitore;importo;scadenza;causale',
      ...people.map(
        (person, n) =>
          `${payments[n]?.iuv};${person.codiceFiscale};${person.name};${((fewCents + n) / 100).toFixed(2).replace('.', ',')};10/03/2026;Rata di ${person.name}`,
      ),
      `${aPayment(77, 1).iuv};${first.codiceFiscale};${first.name};${first.codiceFiscale};10/03/2026;importo sbagliato`,
    ].join('\n'),
  };
  const drop = async (given: Readonly<Record<string, string>>): Promise<string> => {
    const parcels = Object.entries(given).map(([name, content]) => desk.handOver(name, content));
    return JSON.stringify(await desk.ask('documents.import', { parcels }));
  };
  await drop(papers);
  const { iuv, iur } = payments[0] ?? aPayment(1, fewCents);
  await desk.ask('decisions.make', {
    decision: {
      kind: 'note',
      target: { type: 'payment', iuv, iur, index: 1 },
      text: `Ha telefonato ${first.name}, ${first.codiceFiscale}`,
    },
  });
  await desk.queue(
    [
      'Codice fiscale;Nominativo;Indirizzo;Numero avviso;Importo;Scadenza',
      ...people.map(
        (person, n) =>
          `${person.codiceFiscale};${person.name};${person.address};${notice(n + 5_001)};128,30;16/12/2026`,
      ),
    ].join('\n'),
  );
  const sent = await desk.send();
  if (sent.sent !== count) throw new Error(`${sent.sent} messages left, not ${count}`);
  const texts = people.flatMap(({ name, codiceFiscale, address }) => [
    name.split(' ')[0] ?? name,
    codiceFiscale,
    address,
  ]);
  return Object.assign(Object.create(desk) as MessageDesk, {
    people,
    texts,
    papers,
    drop,
    years(wanted: number) {
      desk.clock.now += wanted * 366 * 86_400_000;
    },
    named() {
      const all = filesWith([desk.archive, desk.office], texts);
      const copies = join(desk.archive, 'copie');
      return {
        copies: all.filter((file) => file.startsWith(copies)),
        elsewhere: all.filter((file) => !file.startsWith(copies)),
      };
    },
  });
}
