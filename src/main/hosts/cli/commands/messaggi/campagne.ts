import { euro, many } from '../../../../../shared/wording/figures.ts';
import { sayReason } from '../../../../../shared/wording/messages/reasons.ts';
import { messageStateLabels } from '../../../../../shared/wording/messages/states.ts';
import type { Output } from '../../../../../shared/contract/api.ts';
import { messageStates, type MessageState } from '../../../../../shared/domain/message/state.ts';
import { answer, complain } from '../../answers.ts';
import { WrongUsage, type Command } from '../../command.ts';
import { italianDay } from '../../text.ts';

export const campagne: Command = {
  name: 'messaggi campagne',
  usage: '',
  does: 'elenca le campagne di messaggi, dalla più recente',
  words: [0, 0],
  async run(_parsed, context) {
    const listed = await context.core().call('campaigns.list', {});
    if (!listed.ok) return complain(context, listed.problem);
    return answer(context, listed.value, ({ campaigns }) =>
      campaigns.length === 0 ? 'Nessuna campagna.' : campaigns.map(campaignText).join('\n'),
    );
  },
};

export const anteprima: Command = {
  name: 'messaggi anteprima',
  usage: '<campagna> --riga <n>',
  does: 'mostra il messaggio di una riga come lo vedrà il cittadino',
  words: [1, 1],
  options: ['riga'],
  async run({ words: [word = ''], options }, context) {
    const id = campaignNumber(word);
    const row = wholeNumber(options['riga'] ?? '', 'riga');
    const preview = await context.core().call('campaigns.preview', { id, row });
    if (!preview.ok) return complain(context, preview.problem);
    const { fiscalCode, subject, markdown, shown, dueDate, payment } = preview.value;
    return answer(context, { fiscalCode, subject, markdown, shown, dueDate, payment }, () =>
      [
        subject,
        ...(preview.value.dueDay === null
          ? []
          : [`Scade il ${italianDay(preview.value.dueDay)} alle ore 23:59`]),
        '',
        shown,
        ...(payment === null ? [] : ['', `Avviso ${payment.noticeNumber}: ${euro(payment.cents)}`]),
        ...(preview.value.problem === null ? [] : ['', sayReason(preview.value.problem)]),
      ].join('\n'),
    );
  },
};

export const accoda: Command = {
  name: 'messaggi accoda',
  usage: '<campagna> [--comunque]',
  does: 'conferma una campagna: i messaggi vanno in coda, tranne quelli che non servono più; con --comunque anche i solleciti con dati vecchi',
  words: [1, 1],
  flags: ['comunque'],
  async run({ words: [word = ''], flags }, context) {
    const id = campaignNumber(word);
    const queued = await context.core().call('campaigns.queue', { id, acceptStale: flags.has('comunque') });
    if (!queued.ok) return complain(context, queued.problem);
    const { notEligible, changed } = queued.value;
    const told = {
      queued: queued.value.queued,
      alreadyKnown: queued.value.alreadyKnown,
      notEligible: notEligible.map(({ row, reason }) => ({
        row,
        reason: reason.code,
        message: sayReason(reason),
      })),
      changed,
    };
    return answer(context, told, () =>
      [
        `In coda: ${told.queued}. Già presenti: ${told.alreadyKnown}.`,
        ...told.notEligible.map(({ row, message }) => `Riga ${row}: ${message}`),
        ...changed.map(
          ({ row, before, now }) =>
            `Riga ${row}: già scritto con ${amountOf(before)}, adesso ${amountOf(now)}: forse serve una errata corrige.`,
        ),
      ].join('\n'),
    );
  },
};

export const ritira: Command = {
  name: 'messaggi ritira',
  usage: '<campagna>',
  does: 'ritira i messaggi di una campagna che non sono ancora partiti',
  words: [1, 1],
  async run({ words: [word = ''] }, context) {
    const withdrawn = await context.core().call('campaigns.withdraw', { id: campaignNumber(word) });
    return withdrawn.ok
      ? answer(context, withdrawn.value, campaignText)
      : complain(context, withdrawn.problem);
  },
};

/** How many messages stand where. */
export function statesText(byState: Readonly<Partial<Record<MessageState, number>>>): string {
  const told = messageStates.flatMap((state) => {
    const n = byState[state] ?? 0;
    return n === 0 ? [] : [`${messageStateLabels[state]} ${n}`];
  });
  return told.length === 0 ? 'nessun messaggio' : told.join(', ');
}

export function campaignNumber(word: string): number {
  return wholeNumber(word, 'campagna');
}

function wholeNumber(word: string, what: string): number {
  const n = Number(word);
  if (!Number.isSafeInteger(n) || n < 1) throw new WrongUsage(`«${word}» non è il numero di una ${what}`);
  return n;
}

function campaignText({ id, name, byState, refused }: Output<'campaigns.read'>): string {
  const left = refused === 0 ? '' : `; ${many(refused, 'riga rifiutata', 'righe rifiutate')}`;
  return `${id}  ${name}: ${statesText(byState)}${left}`;
}

function amountOf({ cents, dueDay }: Output<'campaigns.queue'>['changed'][number]['now']): string {
  return `${cents === null ? 'nessun importo' : euro(cents)}${dueDay === null ? '' : ` entro il ${italianDay(dueDay)}`}`;
}
