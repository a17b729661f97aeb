import type { Output } from '../../../../shared/contract/api.ts';
import type { Servizio } from '../../../../shared/domain/settings.ts';
import { many } from '../../../../shared/wording/figures.ts';
import { sayHint } from '../../../../shared/wording/positions.ts';
import { answer, complain } from '../answers.ts';
import type { Command } from '../command.ts';
import { euro } from '../text.ts';

export const servizi: Command = {
  name: 'servizi',
  usage: '[--sconosciuti]',
  does: 'elenca i servizi e da che cosa si riconoscono; con --sconosciuti i pagamenti che non ne hanno',
  words: [0, 0],
  flags: ['sconosciuti'],
  async run({ flags }, context) {
    const { call } = context.core();
    if (flags.has('sconosciuti')) {
      const unknown = await call('services.unknown', {});
      return unknown.ok
        ? answer(context, unknown.value.groups, groupsText)
        : complain(context, unknown.problem);
    }
    const settings = await call('settings.read', {});
    return settings.ok
      ? answer(context, settings.value.servizi, serviziText)
      : complain(context, settings.problem);
  },
};

function serviziText(all: readonly Servizio[]): string {
  return all.length === 0 ? 'Nessun servizio.' : all.map(servizioText).join('\n');
}

/** A service with everything by which it is recognised. */
export function servizioText({ id, nome, codici, tassonomie, tipiDovuto, parole }: Servizio): string {
  const told = [
    ['codici', codici],
    ['tassonomie', tassonomie ?? []],
    ['tipi dovuto', tipiDovuto ?? []],
    ['parole', parole ?? []],
  ] as const;
  const said = told.flatMap(([name, values]) => (values.length === 0 ? [] : `${name} ${values.join(', ')}`));
  return `Servizio ${id}: ${nome} (${said.length === 0 ? 'niente lo riconosce' : said.join('; ')})`;
}

function groupsText(groups: Output<'services.unknown'>['groups']): string {
  if (groups.length === 0) return 'Ogni pagamento ha il suo servizio.';
  return groups
    .map(({ hint, count, cents, example }) => {
      const about = example.description === null ? '' : ` «${example.description}»`;
      return `${sayHint(hint)}: ${many(count, 'pagamento', 'pagamenti')} per ${euro(cents)}, per esempio ${example.iuv}${about}`;
    })
    .join('\n');
}
