import type { Call, Output } from '../../shared/contract/api.ts';
import type { Connection, CoreEvent } from '../../shared/contract/events.ts';
import type { Hearing, Link } from '../../shared/contract/link.ts';
import type { OperationName } from '../../shared/contract/operations.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/domain/result.ts';

type Early = { readonly [Name in OperationName]?: Promise<Result<Output<Name>, Problem>> };

/** How long the first screen may take to ask for what was asked for it. */
const servesMs = 3_000;

/**
 * Asks now what the first screen will ask once its scripts are here. Such an answer serves whoever asks the same without
 * further input, until something changes or the first screen stands. It listens before it asks, and hands what it heard to
 * the first who listens: no change falls between the two.
 */
export function askAhead(link: Link): Link {
  let early: Early = {};
  const forget = (): void => void (early = {});
  let hearing: Hearing | null = null;
  const missed: CoreEvent[] = [];
  let connection: Connection = 'open';
  const deaf = link.listen({
    onEvent(event) {
      forget();
      if (hearing === null) missed.push(event);
      else hearing.onEvent(event);
    },
    onConnection(now) {
      connection = now;
      hearing?.onConnection(now);
    },
  });
  early = {
    'preferences.read': link.call('preferences.read', {}),
    'about.read': link.call('about.read', {}),
    'settings.read': link.call('settings.read', {}),
    'dashboard.read': link.call('dashboard.read', {}),
    'dashboard.details': link.call('dashboard.details', {}),
    'backups.state': link.call('backups.state', {}),
  };
  setTimeout(forget, servesMs);

  const call: Call = (name, input, options) => {
    const asked = Object.keys(input ?? {}).length === 0 ? early[name] : undefined;
    return asked ?? link.call(name, input, options);
  };
  return {
    call,
    upload: (file, options) => link.upload(file, options),
    download: (parcel, name) => link.download(parcel, name),
    listen(wanted) {
      if (hearing !== null) return link.listen(wanted);
      hearing = wanted;
      for (const event of missed.splice(0)) wanted.onEvent(event);
      if (connection !== 'open') wanted.onConnection(connection);
      return deaf;
    },
  };
}
