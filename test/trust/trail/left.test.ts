import { expect, it } from 'vitest';
import type { Output } from '../../../src/shared/contract/api.ts';
import { sayProblem } from '../../../src/shared/wording/problems.ts';
import { exportText } from '../../helpers/exported.ts';
import type { Office } from '../../helpers/office.ts';
import { aSendingOffice, sendingSettings } from '../../helpers/sending-office.ts';
import {
  aGiornale,
  anOffice,
  aPayment,
  aSospeso,
  causaleOf,
  anIuf,
  threePapers,
} from '../../scenarios/papers.ts';
import { found } from '../figures.ts';

const citizens = ['RSSMRA85T10A562S', 'BNCNNA80A41H501R'];
const allOperations = async (office: Pick<Office, 'ask'>): Promise<Output<'trail.list'>['rows']> =>
  (await office.ask('trail.list', {})).rows;

it('R30 what nobody has yet is undone just so, and whatever has left has to be confirmed', async () => {
  const office = await anOffice();
  await office.drop({ 'prima.xml': aGiornale([aSospeso('9', 100, causaleOf(anIuf(9)))]) });
  await office.ask('documents.undo', { id: 1 });

  const { documents } = await office.drop(threePapers(1, 10_000));
  const id = documents[0]?.id ?? 0;
  await exportText(office, { name: 'tesoriere' });
  await exportText(office, { name: 'pagamenti', consumer: 'tributi' });
  const before = await office.digest();

  const refused = await office.core.call('documents.undo', { id });
  expect(refused).toMatchObject({
    ok: false,
    problem: {
      code: 'already-left',
      left: {
        fileCount: 2,
        files: [{ name: 'pagamenti.csv', consumer: 'tributi', rows: 1 }, { name: 'tesoriere.xlsx' }],
        consumers: [{ name: 'tributi', export: 'pagamenti' }],
        messages: 0,
      },
    },
  });
  if (refused.ok) throw new Error('it was undone');
  const said = sayProblem(refused.problem);
  for (const words of [
    '«tesoriere.xlsx»',
    'tributi ha ricevuto «pagamenti»',
    'Non è cambiato nulla',
    '--comunque',
  ])
    expect(said).toContain(words);
  expect(await office.digest()).toBe(before);

  const [drop] = (await office.ask('drops.list', {})).rows;
  const importedAt = drop?.importedAt ?? '';
  expect(await office.core.call('drops.undo', { importedAt })).toMatchObject({
    problem: { code: 'already-left' },
  });
  await office.ask('documents.undo', { id, anyway: true });
  await office.ask('drops.undo', { importedAt, anyway: true });
  const told = (await allOperations(office)).map(({ operation }) => operation);
  expect(told.filter((operation) => operation === 'undone-after-leaving')).toHaveLength(2);
  expect(told.filter((operation) => operation === 'document-undone')).toHaveLength(4);

  // What came in after the last file left is nobody's yet.
  const [later] = (await office.drop({ 'dopo.xml': aGiornale([aSospeso('7', 100, causaleOf(anIuf(7)))]) }))
    .documents;
  expect(await office.core.call('documents.undo', { id: later?.id ?? 0 })).toMatchObject({ ok: true });
});

it('R30 a list of avvisi about which citizens were written to has to be confirmed', async () => {
  const office = await aSendingOffice('2026-03-10T09:00:00.000Z');
  const window = office.open();
  await window.ask('settings.write', { settings: sendingSettings });
  const avvisi = citizens.map(
    (who, n) => `${who};Persona ${n};3${aPayment(n + 1, 1).iuv};25,50;30/04/2026;TARI 2026`,
  );
  const rules = [
    { service: 'tari', positions: { on: true, mode: 'automatic', template: 'tari-avviso' } as const },
  ];
  await window.ask('rules.write', { rules: { services: rules } });
  await window.drop(
    'avvisi.csv',
    ['Codice fiscale;Nominativo;Numero avviso;Importo;Scadenza;Causale', ...avvisi].join('\n'),
  );
  const undo = () => window.core.call('documents.undo', { id: 1 });
  const sent = await window.ask('outbox.run', { ignoreHours: true, pace: 1_000 });
  expect(sent.sent).toBe(2);
  expect(await undo()).toMatchObject({
    problem: { code: 'already-left', left: { messages: 2, fileCount: 0 } },
  });

  // R31: the trail says which avvisi were written about, and names nobody.
  const trail = await allOperations(window);
  expect(
    trail
      .filter(({ operation }) => operation === 'message-sent')
      .map(({ subject }) => subject)
      .toSorted(),
  ).toEqual(citizens.map((_, n) => `3${aPayment(n + 1, 1).iuv}`));
  for (const who of [...citizens, 'Persona']) expect(JSON.stringify(trail)).not.toContain(who);

  await window.ask('documents.undo', { id: 1, anyway: true });
  const [last] = (await window.ask('trail.list', { filter: { operations: ['undone-after-leaving'] } })).rows;
  expect(last).toMatchObject({ subject: 'avvisi.csv', details: { messages: 2, files: 0 } });
  found(
    'R30',
    'file, consumatori, messaggi: annullare carte già uscite, 3 volte fermato con l’elenco e 3 andato avanti con la conferma, scritto; 0 passati senza',
  );
});
