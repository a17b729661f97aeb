import type { Output } from '../../../../shared/contract/api.ts';
import { answer, complain } from '../answers.ts';
import type { Command } from '../command.ts';
import { localMoment, tableHeader, tableRow, type Column } from '../text.ts';

type Consumer = Output<'consumers.list'>['consumers'][number];

const columns: readonly Column<Consumer>[] = [
  { title: 'Consumatore', width: 20, value: (c) => c.name },
  { title: 'Esportazione', width: 16, value: (c) => c.export },
  { title: 'Limitata a', width: 32, value: ({ filter }) => filterText(filter) },
  { title: 'Ultima volta', width: 16, value: (c) => localMoment(c.exportedAt) },
  { title: 'Righe', width: 9, right: true, value: (c) => c.lastRows.toLocaleString('it-IT') },
  { title: 'In tutto', width: 9, right: true, value: (c) => c.rows.toLocaleString('it-IT') },
];

export const consumatori: Command = {
  name: 'consumatori',
  usage: '',
  does: 'elenca chi riceve le sole novità: quando l’ultima volta, quante righe, quante in tutto',
  words: [0, 0],
  async run(_parsed, context) {
    const listed = await context.core().call('consumers.list', {});
    if (!listed.ok) return complain(context, listed.problem);
    return answer(context, listed.value.consumers, (consumers) =>
      consumers.length === 0
        ? 'Nessun consumatore.'
        : [tableHeader(columns), ...consumers.map(tableRow(columns))].join('\n'),
    );
  },
};

export const consumatoriTogli: Command = {
  name: 'consumatori togli',
  usage: '<nome>',
  does: 'dimentica un consumatore: la sua prossima esportazione è completa',
  words: [1, 1],
  async run({ words: [name = ''] }, context) {
    const forgotten = await context.core().call('consumers.forget', { name });
    if (!forgotten.ok) return complain(context, forgotten.problem);
    return answer(context, { name }, () => `Tolto: ${name}. La sua prossima esportazione sarà completa.`);
  },
};

function filterText({ servizio, dal, al, chiaro }: Consumer['filter']): string {
  return [
    servizio,
    dal === null ? null : `dal ${dal}`,
    al === null ? null : `al ${al}`,
    chiaro ? 'in chiaro' : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
