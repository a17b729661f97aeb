import type { Handlers } from '../../shared/contract/api.ts';
import type { OperationName } from '../../shared/contract/operations.ts';
import type { Policies, Switchable } from '../../shared/domain/policies.ts';
import { fail } from '../../shared/domain/result.ts';

/** What leads out of the office, or is switched off with it. */
const switchedBy = {
  messages: [
    'campaigns.queue',
    'campaigns.trial',
    'keys.test',
    'outbox.run',
    'outbox.start',
    'outbox.follow',
  ],
  api: ['programs.create'],
  updates: ['updates.verify'],
} as const satisfies Readonly<Record<Switchable, readonly OperationName[]>>;

/** The same handlers, but that what an administrator decided cannot be done otherwise. */
export function underPolicies(handlers: Handlers, { off, secondFolder }: Policies): Handlers {
  const changed: { -readonly [Name in OperationName]: Handlers[Name] } = {
    ...handlers,
    'doors.write': async (change, options) =>
      off.includes('api') && change.api?.on === true
        ? fail({ code: 'off-by-policy', what: 'api' })
        : handlers['doors.write'](change, options),
    'backups.settings': async (asked, options) =>
      secondFolder !== null && asked.secondFolder !== secondFolder
        ? fail({ code: 'off-by-policy', what: 'second-folder' })
        : handlers['backups.settings'](asked, options),
  };
  for (const what of off)
    for (const name of switchedBy[what]) changed[name] = async () => fail({ code: 'off-by-policy', what });
  return changed;
}
