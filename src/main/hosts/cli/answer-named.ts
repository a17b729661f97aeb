import { answer, complain } from './answers.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { flussoColumns, paymentColumns, provvisorioColumns } from './commands/elenchi.ts';
import type { Named } from './find.ts';
import { flussoRecord, paymentRecord, provvisorioRecord } from './records.ts';
import { tableHeader, tableRow, type Column } from './text.ts';

/** Prints a thing as its list does: what it has become. */
export async function answerNamed(context: CommandContext, named: Named): Promise<ExitCode> {
  const { call } = context.core();
  switch (named.type) {
    case 'provvisorio': {
      const { type: _type, ...key } = named;
      const card = await call('provvisori.read', key);
      if (!card.ok) return complain(context, card.problem);
      const { provvisorio } = card.value;
      return answer(context, provvisorioRecord(provvisorio), () => inTable(provvisorioColumns, provvisorio));
    }
    case 'flusso': {
      const card = await call('flussi.read', { iuf: named.iuf });
      if (!card.ok) return complain(context, card.problem);
      const { flusso } = card.value;
      return answer(context, flussoRecord(flusso), () => inTable(flussoColumns, flusso));
    }
    case 'payment': {
      const { type: _type, ...key } = named;
      const card = await call('payments.read', key);
      if (!card.ok) return complain(context, card.problem);
      const { payment } = card.value;
      return answer(context, paymentRecord(payment), () => inTable(paymentColumns, payment));
    }
  }
}

function inTable<Row>(columns: readonly Column<Row>[], row: Row): string {
  return [tableHeader(columns), tableRow(columns)(row)].join('\n');
}
