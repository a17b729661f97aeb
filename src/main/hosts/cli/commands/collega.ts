import type { Call } from '../../../../shared/contract/api.ts';
import { ok } from '../../../../shared/domain/result.ts';
import { complain } from '../answers.ts';
import type { Command } from '../command.ts';
import { findProvvisorio } from '../find.ts';
import { answerNamed } from '../answer-named.ts';

export const collega: Command = {
  name: 'collega',
  usage: '<esercizio>/<numero>[/<conto>] <iuf> [--nota testo]',
  does: 'il denaro del provvisorio è di quel flusso, qualunque cosa dica la causale',
  words: [2, 2],
  options: ['nota'],
  async run({ words: [word = '', iuf = ''], options }, context) {
    const { call } = context.core();
    const found = await findProvvisorio(call, word);
    if (!found.ok) return complain(context, found.problem);
    const made = await call('decisions.make', {
      decision: { kind: 'link', provvisorio: found.value, iuf, note: options['nota'] ?? '' },
    });
    if (!made.ok) return complain(context, made.problem);
    return answerNamed(context, { type: 'provvisorio', ...found.value });
  },
};

export const scollega: Command = {
  name: 'scollega',
  usage: '<esercizio>/<numero>[/<conto>]',
  does: 'annulla il collegamento fatto a mano; senza, stacca il provvisorio dal flusso della causale',
  words: [1, 1],
  async run({ words: [word = ''] }, context) {
    const { call } = context.core();
    const found = await findProvvisorio(call, word);
    if (!found.ok) return complain(context, found.problem);
    const provvisorio = found.value;
    const link = await standingLink(call, provvisorio);
    if (!link.ok) return complain(context, link.problem);
    const undone =
      link.value === null
        ? await call('decisions.make', { decision: { kind: 'unlink', provvisorio } })
        : await call('decisions.undo', { id: link.value });
    if (!undone.ok) return complain(context, undone.problem);
    return answerNamed(context, { type: 'provvisorio', ...provvisorio });
  },
};

/** The number of the link that counts; null when nobody made one. */
async function standingLink(call: Call, key: { esercizio: number; numero: string; conto: string }) {
  const card = await call('provvisori.read', key);
  if (!card.ok) return card;
  const link = card.value.decisions.find(
    ({ decision, state }) => decision.kind === 'link' && state === 'standing',
  );
  return ok(link?.id ?? null);
}
