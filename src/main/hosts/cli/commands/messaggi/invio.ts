import type { Output } from '../../../../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../../../../shared/domain/result.ts';
import type { Problem } from '../../../../../shared/contract/problems.ts';
import { settlements, type Settlement } from '../../../../../shared/domain/message/state.ts';
import { many } from '../../../../../shared/wording/figures.ts';
import { sayBlock } from '../../../../../shared/wording/messages/blocks.ts';
import { sayReason } from '../../../../../shared/wording/messages/reasons.ts';
import { messageStateLabels } from '../../../../../shared/wording/messages/states.ts';
import { answer, complain } from '../../answers.ts';
import { askSecret } from '../../ask-secret.ts';
import { WrongUsage, type Command, type CommandContext } from '../../command.ts';
import { campaignNumber, statesText } from './campagne.ts';

export const invia: Command = {
  name: 'messaggi invia',
  usage: '[--subito] [--ritmo messaggi al secondo]',
  does: 'invia la coda finché è vuota o qualcosa la trattiene; con --subito anche fuori orario',
  words: [0, 0],
  options: ['ritmo'],
  flags: ['subito'],
  async run({ options, flags }, context) {
    const pace = paceOf(options['ritmo']);
    const unlocked = await unlockKeys(context);
    if (!unlocked.ok) return complain(context, unlocked.problem);
    const run = await context.core().call(
      'outbox.run',
      { ignoreHours: flags.has('subito'), pace },
      {
        signal: context.signal,
        onProgress: ({ sent, left, waitingUntil }) =>
          context.note(
            `inviati ${sent}, in coda ${left}${waitingUntil === null ? '' : `, si riprende alle ${waitingUntil.slice(11, 19)} UTC`}`,
          ),
      },
    );
    if (!run.ok) return complain(context, run.problem);
    const { sent, byState, blocked } = run.value;
    const told = {
      sent,
      byState,
      ...(blocked !== null && { blocked: { ...blocked, message: sayBlock(blocked) } }),
    };
    return answer(context, told, () =>
      [
        `${many(sent, 'messaggio inviato', 'messaggi inviati')}. ${statesText(byState)}.`,
        ...(blocked === null ? [] : [sayBlock(blocked)]),
      ].join('\n'),
    );
  },
};

export const aggiorna: Command = {
  name: 'messaggi aggiorna',
  usage: '',
  does: 'chiede a IO che ne è dei messaggi presi in carico',
  words: [0, 0],
  async run(_parsed, context) {
    const unlocked = await unlockKeys(context);
    if (!unlocked.ok) return complain(context, unlocked.problem);
    const followed = await context.core().call('outbox.follow', {}, { signal: context.signal });
    if (!followed.ok) return complain(context, followed.problem);
    return answer(context, followed.value, ({ asked, settled, otherKey, left, byState }) =>
      [
        `Chiesto di ${many(asked, 'messaggio', 'messaggi')}, ${settled} con un esito nuovo. ${statesText(byState)}.`,
        ...(otherKey === 0
          ? []
          : [`${many(otherKey, 'messaggio è', 'messaggi sono')} di un’altra chiave del servizio.`]),
        ...(left === 0 ? [] : [`Di ${many(left, 'messaggio', 'messaggi')} non si è potuto chiedere.`]),
      ].join('\n'),
    );
  },
};

export const stato: Command = {
  name: 'messaggi stato',
  usage: '[<campagna>]',
  does: 'dice a che punto è ogni messaggio',
  words: [0, 1],
  async run({ words: [word] }, context) {
    const campaign = word === undefined ? null : campaignNumber(word);
    const { call } = context.core();
    const rows: Output<'outbox.messages'>['rows'][number][] = [];
    if (campaign !== null) {
      const there = await call('campaigns.read', { id: campaign });
      if (!there.ok) return complain(context, there.problem);
    }
    for (let after = 0; ;) {
      const page = await call('outbox.messages', { filter: { campaign }, after, limit: 1_000 });
      if (!page.ok) return complain(context, page.problem);
      rows.push(...page.value.rows);
      if (page.value.next === null) break;
      after = page.value.next;
    }
    const byState: Partial<Record<(typeof rows)[number]['state'], number>> = {};
    for (const { state } of rows) byState[state] = (byState[state] ?? 0) + 1;
    return answer(context, { byState, rows: rows.map(toRecord) }, () =>
      [statesText(byState), ...rows.map(toText)].join('\n'),
    );
  },
};

export const risolvi: Command = {
  name: 'messaggi risolvi',
  usage: '<chiave> --come inviato|reinvia|altro-canale [--nota testo]',
  does: 'decide di un messaggio dall’esito incerto: è arrivato, si riscrive, o si avvisa in altro modo',
  words: [1, 1],
  options: ['come', 'nota'],
  async run({ words: [key = ''], options }, context) {
    const how = options['come'] ?? '';
    if (!isSettlement(how)) throw new WrongUsage(`Indicare --come: ${settlements.join(', ')}`);
    const settled = await context.core().call('outbox.settle', { key, how, note: options['nota'] ?? null });
    return settled.ok
      ? answer(context, toRecord(settled.value), () => toText(settled.value))
      : complain(context, settled.problem);
  },
};

export const riprendi: Command = {
  name: 'messaggi riprendi',
  usage: '',
  does: 'conferma una coda trattenuta, dopo averla guardata: da qui in poi riparte da questo computer',
  words: [0, 0],
  async run(_parsed, context) {
    const confirmed = await context.core().call('outbox.confirm', {});
    if (!confirmed.ok) return complain(context, confirmed.problem);
    const { hold, byState } = confirmed.value;
    return answer(context, { hold, byState }, () => `La coda può ripartire. ${statesText(byState)}.`);
  },
};

/** Only where the file of keys is the one that is needed, and a person can be asked. */
async function unlockKeys(context: CommandContext): Promise<Result<null, Problem>> {
  const { call } = context.core();
  const services = await call('messages.services', {});
  if (!services.ok) return services;
  const { vault } = services.value;
  const needed = services.value.services.some(
    ({ key, waiting }) => waiting > 0 && key?.source !== 'environment',
  );
  if (vault.lock !== 'locked' || !vault.slots.includes('passphrase') || !needed) return ok(null);
  const passphrase = await askSecret('Frase di accesso alle chiavi di IO: ');
  if (passphrase === null || passphrase === '') return fail({ code: 'keys-locked', slots: vault.slots });
  const unlocked = await call('keys.unlock', { passphrase });
  return unlocked.ok ? ok(null) : unlocked;
}

function paceOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const pace = Number(written.replace(',', '.'));
  if (!(pace > 0 && pace <= 1_000))
    throw new WrongUsage(`«${written}» non è un ritmo: scriverlo in messaggi al secondo`);
  return pace;
}

function isSettlement(word: string): word is Settlement {
  return (settlements as readonly string[]).includes(word);
}

function toRecord(message: Output<'outbox.settle'>): object {
  const { row, key, fiscalCode, noticeNumber, state, messageId, attempts, reason, campaign, notBefore } =
    message;
  return {
    row,
    key,
    fiscalCode,
    noticeNumber,
    state,
    messageId,
    attempts,
    reason: reason?.code ?? null,
    message: reason === null ? null : sayReason(reason),
    campaign,
    notBefore,
  };
}

function toText({ key, state, reason }: Output<'outbox.settle'>): string {
  return `${key}  ${messageStateLabels[state]}${reason === null ? '' : `: ${sayReason(reason)}`}`;
}
