import { regularisationStages, type RegularisationStage } from '../../../../shared/domain/regularisation.ts';
import { partReasonLabels, stageLabels } from '../../../../shared/wording/regularisation.ts';
import { answerList } from '../answers.ts';
import { WrongUsage, type Command } from '../command.ts';
import { regularisationRecord, type Regularisation } from '../records.ts';
import { euro, italianDay, tableHeader, tableRow, type Column } from '../text.ts';

const columns: readonly Column<Regularisation>[] = [
  { title: 'Provvisorio', width: 12, value: (r) => `${r.numero}/${r.esercizio}` },
  { title: 'Data', width: 10, value: (r) => italianDay(r.date) },
  { title: 'Importo', width: 14, right: true, value: (r) => euro(r.cents) },
  { title: 'Aperto', width: 14, right: true, value: (r) => euro(r.openCents) },
  { title: 'Stato', width: 24, value: sayStage },
  { title: 'Reversali', width: 16, value: (r) => r.reversali.map(({ numero }) => numero).join(' ') },
  { title: 'Proposta', width: 60, value: (r) => r.parts.map(sayPart).join('; ') },
];

export const regolarizzare: Command = {
  name: 'regolarizzare',
  usage: '[--stato stato]',
  does: 'elenca le reversali da chiedere alla ragioneria, provvisorio per provvisorio',
  words: [0, 0],
  options: ['stato'],
  run({ options }, context) {
    const stage = options['stato'] ?? null;
    if (stage !== null && !isStage(stage))
      throw new WrongUsage(
        `Lo stato «${stage}» non esiste; gli stati sono: ${regularisationStages.join(', ')}`,
      );
    const core = context.core();
    const filter = { stages: stage === null ? [] : [stage] };
    const sort = { by: 'date' } as const;
    return answerList(context, (after) => core.call('regularisation.list', { filter, sort, after }), {
      record: regularisationRecord,
      header: tableHeader(columns),
      row: tableRow(columns),
      none: 'Nulla da regolarizzare.',
    });
  },
};

function isStage(text: string): text is RegularisationStage {
  return (regularisationStages as readonly string[]).includes(text);
}

function sayStage({ stage, sent }: Regularisation): string {
  return sent?.changed === true ? `${stageLabels[stage]}, cambiata` : stageLabels[stage];
}

function sayPart({ service, reason, cents }: Regularisation['parts'][number]): string {
  return `${euro(cents)} ${reason === null ? (service ?? '') : partReasonLabels[reason]}`;
}
