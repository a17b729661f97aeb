import type { Output } from '../../../../shared/contract/api.ts';
import { paymentSteps } from '../../../../shared/domain/quadratura.ts';
import { stepLabels } from '../../../../shared/wording/quadratura.ts';
import { answer, complain } from '../answers.ts';
import { WrongUsage, type Command } from '../command.ts';
import { euro, italianDay, tableHeader, tableRow, type Column } from '../text.ts';

type Quadratura = Output<'quadratura.read'>;
type Line = Pick<Quadratura['total'], 'due' | (typeof paymentSteps)[number]> & { readonly name: string };

const columns: readonly Column<Line>[] = [
  { title: 'Servizio', width: 20, value: ({ name }) => name },
  { title: 'dovuti', width: 22, right: true, value: ({ due }) => sayAmount(due.all) },
  ...paymentSteps.map((step) => ({
    title: stepLabels[step],
    width: 22,
    right: true,
    value: (line: Line) => sayAmount(line[step]),
  })),
];

export const quadratura: Command = {
  name: 'quadratura',
  usage: '--dal AAAA-MM-GG --al AAAA-MM-GG',
  does: 'per ogni servizio quanto è dovuto, pagato, rendicontato, riconciliato e regolarizzato in un periodo',
  words: [0, 0],
  options: ['dal', 'al'],
  async run({ options: { dal, al } }, context) {
    if (dal === undefined || al === undefined) throw new WrongUsage('Indicare il periodo con --dal e --al');
    if (!isDayText(dal) || !isDayText(al)) throw new WrongUsage('I giorni si scrivono AAAA-MM-GG');
    const read = await context.core().call('quadratura.read', { from: dal, to: al });
    return read.ok ? answer(context, read.value, toText) : complain(context, read.problem);
  },
};

function toText({ from, to, services, total }: Quadratura): string {
  const lines = [
    ...services.map((service) => ({ ...service, name: service.service || 'senza servizio' })),
    { ...total, name: 'Totale' },
  ];
  return [
    `Dal ${italianDay(from)} al ${italianDay(to)}`,
    tableHeader(columns),
    ...lines.map(tableRow(columns)),
    ...services.flatMap(({ service, declared, difference }) =>
      declared === null || difference === null
        ? []
        : [
            `${service}: il gestionale dichiara ${euro(declared.cents)}, differenza ${euro(difference.cents)}`,
          ],
    ),
  ].join('\n');
}

const sayAmount = ({ count, cents }: { readonly count: number; readonly cents: number }): string =>
  `${count} · ${euro(cents)}`;

const isDayText = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
