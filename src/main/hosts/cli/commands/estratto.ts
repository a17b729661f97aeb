import type { Output } from '../../../../shared/contract/api.ts';
import { euro, italianDay, many } from '../../../../shared/wording/figures.ts';
import { WrongUsage, type Command } from '../command.ts';
import { answer, complain } from '../answers.ts';
import { writeOutgoing } from '../write-outgoing.ts';

export const estratto: Command = {
  name: 'estratto',
  usage: '<codice fiscale> [--out <file.xlsx>]',
  does: 'tutto ciò che il registro tiene su una persona, con il file e la riga da cui viene (art. 15 GDPR)',
  words: [1, 1],
  options: ['out'],
  async run({ words: [typed = ''], options }, context) {
    const codiceFiscale = typed.replaceAll(/\s+/g, '').toUpperCase();
    if (!/^(?:[A-Z\d]{16}|\d{11})$/.test(codiceFiscale))
      throw new WrongUsage('Un codice fiscale ha 16 caratteri, o 11 cifre');
    const { out } = options;
    if (out !== undefined)
      return writeOutgoing(context, out, {
        make: () => context.core().call('citizens.extract', { codiceFiscale }),
      });
    const read = await context.core().call('citizens.read', { codiceFiscale });
    return read.ok ? answer(context, read.value, extractText) : complain(context, read.problem);
  },
};

type Section = Output<'citizens.read'>['sections'][number];

function extractText({ sections }: Output<'citizens.read'>): string {
  const found = sections.filter(({ rows }) => rows.length > 0);
  return found.length === 0
    ? 'Nel registro non c’è nulla su questo codice fiscale.'
    : found.map(sectionText).join('\n\n');
}

function sectionText({ title, columns, rows }: Section): string {
  const lines = rows.map((row) =>
    columns
      .flatMap(({ title: head, kind }, i) => {
        const value = row[i] ?? null;
        if (value === null || value === '') return [];
        const shown =
          kind === 'euro' ? euro(Number(value)) : kind === 'day' ? italianDay(String(value)) : String(value);
        return [`${head}: ${shown}`];
      })
      .join(' · '),
  );
  return [`${title} (${many(rows.length, 'riga', 'righe')})`, ...lines.map((line) => `  ${line}`)].join('\n');
}
