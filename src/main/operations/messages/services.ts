import type { Handlers, Output } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { plainFiscalCode } from '../../../shared/domain/message/fiscal-code.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { knownServices } from '../../ledger/messages/campaigns.ts';
import { readMessageSettings, serviceHolds } from '../../ledger/messages/outbox-state.ts';
import { waitingByService } from '../../ledger/messages/queue.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { Environment } from '../environment.ts';
import type { Sender } from './sender.ts';
import type { Ready } from './sending-place.ts';

type Answered = Extract<keyof Handlers, `messages.${string}` | `keys.${string}`>;
type Vault = Output<'keys.lock'>;

export function serviceHandlers(environment: Environment, sender: Sender): Pick<Handlers, Answered> {
  async function withKeys(
    change: (keys: Ready['keys']) => Promise<Result<unknown, Problem>> | Result<unknown, Problem>,
  ): Promise<Result<Vault, Problem>> {
    const there = await sender.ready();
    if (!there.ok) return there;
    const changed = await change(there.value.keys);
    return changed.ok ? showVault(sender) : changed;
  }

  /** Where the file of keys was written, and maybe begun anew. */
  async function withFile(
    change: (keys: Ready['keys']) => Promise<Result<string | null, Problem>>,
  ): Promise<Result<Output<'keys.save'>, Problem>> {
    let setAside: string | null = null;
    const told = await withKeys(async (keys) => {
      const changed = await change(keys);
      if (changed.ok) setAside = changed.value;
      return changed;
    });
    return told.ok ? ok({ ...told.value, setAside }) : told;
  }

  return {
    async 'messages.settings.read'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(readMessageSettings(ledger.value)) : ledger;
    },
    'messages.settings.write': ({ settings }) =>
      environment.writer.run('message-settings', { settings }, { now: environment.now() }),
    async 'messages.services'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const vault = await showVault(sender);
      if (!vault.ok) return vault;
      const there = await sender.ready();
      const ids = knownServices(ledger.value);
      const keys = there.ok ? there.value.keys.list(ids) : [];
      const names = new Map(readSettings(ledger.value).servizi.map(({ id, nome }) => [id, nome]));
      const own = new Map(readMessageSettings(ledger.value).services.map((service) => [service.id, service]));
      const holds = new Map(serviceHolds(ledger.value).map((hold) => [hold.service, hold]));
      const waiting = waitingByService(ledger.value);
      return ok({
        vault: vault.value,
        services: ids.map((id) => {
          const hold = holds.get(id);
          const key = keys.find(({ service }) => service === id);
          return {
            id,
            name: names.get(id) ?? null,
            ioName: own.get(id)?.name ?? null,
            cap: own.get(id)?.cap ?? null,
            key:
              key === undefined
                ? null
                : {
                    lastFour: key.lastFour,
                    tag: there.ok ? there.value.keys.fingerprint(id) : null,
                    source: key.source,
                    which: key.which,
                    savedAt: key.savedAt,
                    lastUsedOn: key.lastUsedOn,
                  },
            hold: hold === undefined ? null : { why: hold.why, detail: hold.detail, madeAt: hold.madeAt },
            waiting: waiting.get(id) ?? 0,
          };
        }),
      });
    },
    'keys.save': ({ service, key, keep, which }) =>
      withFile(async (keys) => {
        const saved = await keys.save(service, key, { keep, which });
        if (!saved.ok) return saved;
        const last4 = keys.list([service]).find((one) => one.service === service)?.lastFour ?? null;
        await environment.trail.note({
          operation: 'key-saved',
          subject: service,
          details: { last4, which, keep },
        });
        return ok(saved.value.setAside);
      }),
    'keys.remove': ({ service }) =>
      withKeys(async (keys) => {
        const last4 = keys.list([service]).find((one) => one.service === service)?.lastFour ?? null;
        const removed = await keys.remove(service);
        if (removed.ok)
          await environment.trail.note({ operation: 'key-removed', subject: service, details: { last4 } });
        return removed;
      }),
    'keys.unlock': ({ passphrase }) => withKeys((keys) => keys.unlock(passphrase)),
    'keys.lock': () =>
      withKeys((keys) => {
        keys.lock();
        return ok(undefined);
      }),
    'keys.passphrase': ({ old, passphrase }) =>
      withFile(async (keys) => {
        const changed = await keys.setPassphrase(passphrase, old ?? undefined);
        if (changed.ok)
          await environment.trail.note({ operation: 'keys-passphrase-changed', subject: '', details: {} });
        return changed;
      }),
    async 'keys.test'({ service, fiscalCode }) {
      const there = await sender.ready();
      if (!there.ok) return there;
      const { keys, outbox } = there.value;
      const key = keys.keyOf(service);
      if (key === null) return fail(keys.noKeyOf(service) ?? { code: 'no-key', service });
      const { answer } = await outbox.service.profile(key, plainFiscalCode(fiscalCode));
      return ok({
        outcome: answer.outcome,
        why: 'why' in answer ? answer.why : null,
        detail: 'detail' in answer ? answer.detail : null,
      });
    },
  };
}

/** What may be known of the place where the keys are. */
export async function showVault(sender: Sender): Promise<Result<Vault, Problem>> {
  const there = await sender.ready();
  // Where nothing can be sent there are no keys either.
  if (!there.ok)
    return there.problem.code === 'no-office'
      ? ok({ lock: 'empty', slots: [], os: false, problem: null })
      : there;
  const { keys, office } = there.value;
  return ok({ ...keys.state(), os: (await office.os?.available()) ?? false });
}
