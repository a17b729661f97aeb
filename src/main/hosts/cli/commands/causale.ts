import type { Output } from '../../../../shared/contract/api.ts';
import { repairLabels } from '../../../../shared/wording/labels.ts';
import { answer, complain } from '../answers.ts';
import type { Command } from '../command.ts';
import { euro } from '../text.ts';

export const causale: Command = {
  name: 'causale',
  usage: '"<testo>"',
  does: 'legge una causale: che IUF o IUV vi si trova, e con quali riparazioni',
  words: [1, 1],
  async run({ words: [text = ''] }, context) {
    const read = await context.core().call('causale.read', { text });
    return read.ok ? answer(context, read.value, causaleText) : complain(context, read.problem);
  },
};

type Reading = Output<'causale.read'>;

const kinds: Readonly<Record<Reading['kind'], string>> = {
  iuf: 'IUF',
  iuv: 'IUV di un singolo pagamento',
  truncated: 'IUF troncato, da confermare',
  unreadable: 'riferimento pagoPA illeggibile',
  suspect: 'sospetto pagoPA senza riferimento',
  none: 'non pagoPA',
};

const confidences: Readonly<Record<Reading['confidence'], string>> = {
  certain: 'certo',
  likely: 'probabile',
  confirm: 'da confermare',
};

function causaleText({ iuf, prog, iuv, amountCents, kind, confidence, repairs }: Reading): string {
  return [
    kind === 'none' || kind === 'suspect' ? kinds[kind] : `${kinds[kind]} (${confidences[confidence]})`,
    ...(iuf === null ? [] : [`  IUF: ${iuf}${prog === null ? '' : ` (progressivo ${prog})`}`]),
    ...(iuv === null ? [] : [`  IUV: ${iuv}`]),
    ...(amountCents === null ? [] : [`  importo: ${euro(amountCents)}`]),
    ...(repairs.length === 0
      ? []
      : [`  riparazioni: ${repairs.map(({ code }) => repairLabels[code] ?? code).join(', ')}`]),
  ].join('\n');
}
