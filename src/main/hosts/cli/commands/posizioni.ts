import { positionStatuses, type PositionStatus } from '../../../../shared/domain/posizione.ts';
import { positionFlagLabels, positionLabels } from '../../../../shared/wording/labels.ts';
import { answerList } from '../answers.ts';
import { WrongUsage, type Command } from '../command.ts';
import { positionRecord, type Position } from '../records.ts';
import { euro, italianDay, tableHeader, tableRow, type Column } from '../text.ts';

const columns: readonly Column<Position>[] = [
  { title: 'IUV', width: 25, value: (p) => p.iuv ?? '' },
  { title: 'Scadenza', width: 10, value: (p) => italianDay(p.dueDay) },
  { title: 'Dovuto', width: 14, right: true, value: (p) => euro(p.cents) },
  { title: 'Pagato', width: 14, right: true, value: (p) => (p.paidCents === null ? '' : euro(p.paidCents)) },
  { title: 'Stato', width: 20, value: (p) => positionLabels[p.status] },
  { title: 'Debitore', width: 28, value: (p) => p.debtor.name ?? p.debtor.codiceFiscale ?? '' },
  { title: 'Servizio', width: 16, value: (p) => p.service ?? '' },
  { title: 'Causale', width: 40, value: (p) => p.description ?? '' },
  { title: 'Note', width: 20, value: (p) => p.flags.map((flag) => positionFlagLabels[flag]).join(', ') },
];

export const posizioni: Command = {
  name: 'posizioni',
  usage: '[--cerca testo] [--stato stato]',
  does: 'elenca le posizioni debitorie: ciò che è dovuto, pagato o no',
  words: [0, 0],
  options: ['cerca', 'stato'],
  run({ options }, context) {
    const status = options['stato'] ?? null;
    if (status !== null && !isStatus(status))
      throw new WrongUsage(`Lo stato «${status}» non esiste; gli stati sono: ${positionStatuses.join(', ')}`);
    const core = context.core();
    const filter = { search: options['cerca'] ?? null, statuses: status === null ? [] : [status] };
    return answerList(context, (after) => core.call('positions.list', { filter, after }), {
      record: positionRecord,
      header: tableHeader(columns),
      row: tableRow(columns),
      none: 'Nessuna posizione debitoria.',
    });
  },
};

function isStatus(text: string): text is PositionStatus {
  return (positionStatuses as readonly string[]).includes(text);
}
