import type { Output } from '../../../../shared/contract/api.ts';
import { hostLabels, sayDetails, trailLabels } from '../../../../shared/wording/trail.ts';
import { answerList } from '../answers.ts';
import type { Command } from '../command.ts';
import { localMoment, tableHeader, tableRow, type Column } from '../text.ts';

type Entry = Output<'trail.list'>['rows'][number];

const columns: readonly Column<Entry>[] = [
  { title: 'N.', width: 7, right: true, value: ({ seq }) => String(seq) },
  { title: 'Quando', width: 16, value: ({ at }) => localMoment(at) },
  { title: 'Chi', width: 14, value: ({ user }) => user },
  { title: 'Da dove', width: 16, value: ({ host }) => hostLabels[host] },
  { title: 'Operazione', width: 34, value: ({ operation }) => trailLabels[operation] },
  { title: 'Su che cosa', width: 40, value: ({ subject }) => subject },
  { title: 'Dettagli', width: 40, value: ({ details }) => sayDetails(details) },
];

export const registro: Command = {
  name: 'registro',
  usage: '[--dal <giorno>] [--al <giorno>]',
  does: 'elenca che cosa è stato fatto, da chi, quando e su quali carte, dal più recente',
  words: [0, 0],
  options: ['dal', 'al'],
  run({ options: { dal: from = null, al: to = null } }, context) {
    const { call } = context.core();
    return answerList(context, (after) => call('trail.list', { filter: { from, to }, after }), {
      record: (entry) => entry,
      header: tableHeader(columns),
      row: tableRow(columns),
      none: 'Nessuna operazione in questo periodo.',
    });
  },
};
