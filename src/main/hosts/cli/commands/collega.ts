import type { Call, Input } from '../../../../shared/contract/api.ts';
import type { Decision } from '../../../../shared/domain/decision.ts';
import { parseItalianAmount } from '../../../../shared/domain/euro.ts';
import { ok } from '../../../../shared/domain/result.ts';
import { complain } from '../answers.ts';
import { WrongUsage, type Command } from '../command.ts';
import { findProvvisorio } from '../find.ts';
import { answerNamed } from '../answer-named.ts';

type ToMake = Input<'decisions.make'>['decision'];

export const collega: Command = {
  name: 'collega',
  usage: '<esercizio>/<numero>[/<conto>] <iuf> | --quota IUF=importo … [--nota testo]',
  does: 'il denaro del provvisorio è di quel flusso, o di più flussi una quota ciascuno, qualunque cosa dica la causale',
  words: [1, 2],
  options: ['nota', 'quota'],
  async run({ words: [word = '', iuf], options, values }, context) {
    const quote = (values['quota'] ?? []).map(readQuota);
    if ((iuf === undefined) === (quote.length === 0))
      throw new WrongUsage('Indicare il flusso, oppure le quote con --quota IUF=importo');
    const { call } = context.core();
    const found = await findProvvisorio(call, word);
    if (!found.ok) return complain(context, found.problem);
    const about = { provvisorio: found.value, note: options['nota'] ?? '' };
    const decision: ToMake =
      iuf === undefined ? { kind: 'share', shares: quote, ...about } : { kind: 'link', iuf, ...about };
    const made = await call('decisions.make', { decision });
    if (!made.ok) return complain(context, made.problem);
    return answerNamed(context, { type: 'provvisorio', ...found.value });
  },
};

/** `IUF=60,00`; an amount as people write it. */
function readQuota(text: string): { readonly iuf: string; readonly cents: number } {
  const at = text.lastIndexOf('=');
  const iuf = text.slice(0, Math.max(at, 0)).trim();
  const amount = parseItalianAmount(text.slice(at + 1));
  if (iuf === '' || !amount.ok || amount.value <= 0)
    throw new WrongUsage(`«${text}» non è una quota: scriverla come IUF=60,00`);
  return { iuf, cents: amount.value };
}

export const scollega: Command = {
  name: 'scollega',
  usage: '<esercizio>/<numero>[/<conto>]',
  does: 'annulla il collegamento o la ripartizione fatti a mano; senza, stacca il provvisorio da ciò che dice la causale',
  words: [1, 1],
  async run({ words: [word = ''] }, context) {
    const { call } = context.core();
    const found = await findProvvisorio(call, word);
    if (!found.ok) return complain(context, found.problem);
    const provvisorio = found.value;
    const link = await standing(call, provvisorio, ['link', 'share']);
    if (!link.ok) return complain(context, link.problem);
    const undone =
      link.value === null
        ? await call('decisions.make', { decision: { kind: 'unlink', provvisorio } })
        : await call('decisions.undo', { id: link.value });
    if (!undone.ok) return complain(context, undone.problem);
    return answerNamed(context, { type: 'provvisorio', ...provvisorio });
  },
};

/** The number of the decision of these kinds that counts, or waits to be confirmed; null when nobody made one. */
export async function standing(
  call: Call,
  key: { readonly esercizio: number; readonly numero: string; readonly conto: string },
  kinds: readonly Decision['kind'][],
) {
  const card = await call('provvisori.read', key);
  if (!card.ok) return card;
  const found = card.value.decisions.find(
    ({ decision, state }) => kinds.includes(decision.kind) && (state === 'standing' || state === 'to-review'),
  );
  return ok(found?.id ?? null);
}
