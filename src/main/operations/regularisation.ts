import type { Handlers, Output } from '../../shared/contract/api.ts';
import type { DecisionRecord } from '../../shared/domain/decision.ts';
import { isSameSplit, type RegularisationPart } from '../../shared/domain/regularisation.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Servizio } from '../../shared/domain/settings.ts';
import { decisionsOf } from '../ledger/decisions.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import {
  countRegularisations,
  idsToRegularise,
  coveringLines,
  listRegularisations,
  regularisationByKey,
  type ListedRegularisation,
} from '../ledger/regularisation-list.ts';
import { provvisoriToRegularise } from '../ledger/regularisation.ts';
import { readSettings } from '../ledger/settings.ts';
import { coveringReversali } from '../reconciliation/covering-reversali.ts';
import { mergedParts, splitOf } from '../reconciliation/regularisation.ts';
import type { Environment } from './environment.ts';

type Shown = Output<'regularisation.list'>['rows'][number];

export function regularisationHandlers(
  environment: Environment,
): Pick<
  Handlers,
  'regularisation.list' | 'regularisation.count' | 'regularisation.totals' | 'regularisation.read'
> {
  return {
    async 'regularisation.list'({ filter, ...request }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const page = listRegularisations(ledger.value, environment.today(), filter, request);
      return ok({ ...page, rows: show(ledger.value, page.rows) });
    },
    async 'regularisation.count'({ filter }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok(countRegularisations(ledger.value, environment.today(), filter));
    },
    async 'regularisation.totals'({ filter }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const ids = idsToRegularise(ledger.value, environment.today(), filter);
      const parts = provvisoriToRegularise(ledger.value, ids).flatMap(splitOf);
      const together = mergedParts(parts.map((part) => ({ ...part, iuf: null })));
      const placed = placeIn(readSettings(ledger.value).servizi);
      return ok({
        parts: together.map((part) => {
          const { iuf: _iuf, ...told } = placed(part);
          return told;
        }),
      });
    },
    async 'regularisation.read'(key) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const row = regularisationByKey(ledger.value, environment.today(), key);
      const [shown] = row === undefined ? [] : show(ledger.value, [row]);
      if (shown === undefined)
        return fail({ code: 'not-found', what: 'provvisorio', name: `${key.numero}/${key.esercizio}` });
      const decisions: DecisionRecord[] = decisionsOf(ledger.value, { type: 'provvisorio', ...key });
      return ok({ regularisation: shown, decisions });
    },
  };
}

function show(ledger: ReadableLedger, rows: readonly ListedRegularisation[]): Shown[] {
  const ids = rows.map(({ id }) => id);
  const splits = new Map(provvisoriToRegularise(ledger, ids).map((one) => [one.id, splitOf(one)]));
  const covering = Map.groupBy(coveringLines(ledger, ids), ({ provvisorioId }) => provvisorioId);
  const placed = placeIn(readSettings(ledger).servizi);
  return rows.map(({ id, sent, ...row }) => {
    const parts = splits.get(id) ?? [];
    return {
      ...row,
      parts: parts.map(placed),
      sent: sent && { ...sent, changed: !isSameSplit(parts, sent.parts), parts: sent.parts.map(placed) },
      reversali: coveringReversali(covering.get(id) ?? []),
    };
  });
}

/** Says where a part goes in the budget, as the settings have it today. */
function placeIn(servizi: readonly Servizio[]): (part: RegularisationPart) => Shown['parts'][number] {
  const byId = new Map(servizi.map((servizio) => [servizio.id, servizio]));
  return (part) => {
    const servizio = part.service === null || part.reason !== null ? undefined : byId.get(part.service);
    return {
      ...part,
      capitolo: servizio?.capitolo ?? null,
      accertamento: servizio?.accertamento ?? null,
    };
  };
}
