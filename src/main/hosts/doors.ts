import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Checked, Output } from '../../shared/contract/api.ts';
import type { CoreEvent, WatchNotice } from '../../shared/contract/events.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { usualApiPort } from '../../shared/contract/ports.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { missingFolder } from '../../shared/wording/complaints.ts';
import type { Core } from '../core.ts';
import { patientlyLater } from '../disk/patience.ts';
import type { Doors } from '../doors.ts';
import { serveApi, type ApiHost } from './api/serve-api.ts';
import { keep, readOrSetAside } from './kept-json.ts';
import { openMemory } from './watch/memory.ts';
import { refuseFolder } from './watch/refuse-folder.ts';
import { createWatch, type Watch } from './watch/watch-folder.ts';

/** The doors of a window, and how they end with it. */
export interface HostDoors extends Doors {
  /** Opens those that were left on. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface DoorsOptions {
  readonly home: string;
  /** The office's own ledger: that of invented data has no doors. */
  readonly core: () => Core;
  readonly onDefect: (error: unknown) => void;
  /** False where an administrator switched the local API off, whatever was left on. */
  readonly apiAllowed?: boolean;
}

type State = Output<'doors.read'>;
interface Kept {
  readonly api: { readonly on: boolean; readonly port: number };
  readonly watch: { readonly on: boolean; readonly folder: string | null };
}

const mostNotices = 20;

/** What is on is kept in a file beside the ledger: it belongs to this computer, and is no fact of the ledger. */
export function createDoors({ home, core, onDefect, apiAllowed = true }: DoorsOptions): HostDoors {
  const file = join(home, 'altri-programmi.json');
  const listeners = new Set<(event: CoreEvent) => void>();
  const found = readOrSetAside(file, understandDoors);
  let kept = found === null || found === 'damaged' ? allOff : found;
  let isDamaged = found === 'damaged';
  let api: { readonly host: ApiHost } | { readonly failed: 'port-taken' | 'port-refused' } | null = null;
  let watch: Watch | null = null;
  let notices: readonly WatchNotice[] = [];
  let last: Promise<unknown> = Promise.resolve();

  function announce(event: CoreEvent): void {
    for (const listener of listeners) listener(event);
  }
  function tell(notice: WatchNotice): void {
    notices = [notice, ...notices].slice(0, mostNotices);
    announce({ type: 'watched', notice });
  }

  async function openApi(): Promise<void> {
    if (api !== null && 'host' in api) await api.host.close();
    api = null;
    if (!kept.api.on || !apiAllowed) return;
    const opened = await serveApi({ call: core().call, port: kept.api.port });
    api = opened.ok ? { host: opened.value } : { failed: opened.problem };
  }

  async function openWatch(): Promise<void> {
    await watch?.close();
    watch = null;
    const { on, folder } = kept.watch;
    if (!on || folder === null) return;
    watch = createWatch({
      core: core(),
      folder,
      memory: openMemory(join(home, 'cartella-sorvegliata.json'), folder),
      clock: () => performance.now(),
      tell,
      onDefect,
    });
    watch.start();
  }

  function read(): State {
    const closed = isDamaged ? 'settings-unreadable' : 'off';
    const apiState = api === null ? closed : 'host' in api ? 'open' : api.failed;
    const watchState = watch === null ? closed : watch.isThere() ? 'watching' : 'gone';
    return {
      available: true,
      api: { ...kept.api, state: apiState },
      watch: { ...kept.watch, state: watchState, notices },
    };
  }

  async function change({
    api: ofApi,
    watch: ofWatch,
  }: Checked<'doors.write'>): Promise<Result<State, Problem>> {
    const folder = ofWatch?.folder ?? kept.watch.folder;
    if (ofWatch?.on === true || ofWatch?.folder !== undefined) {
      if (folder === null)
        return fail({
          code: 'invalid-request',
          complaints: [{ path: 'watch.folder', message: missingFolder }],
        });
      const why = refuseFolder(folder, home);
      if (why !== null) return fail({ code: 'folder-refused', folder, why });
    }
    const wanted: Kept = {
      api: { on: ofApi?.on ?? kept.api.on, port: ofApi?.port ?? kept.api.port },
      watch: { on: ofWatch?.on ?? kept.watch.on, folder },
    };
    mkdirSync(home, { recursive: true });
    // What is not kept is not so: the file comes first.
    await patientlyLater(() => keep(file, wanted));
    kept = wanted;
    isDamaged = false;
    if (ofApi !== undefined) await openApi();
    if (ofWatch !== undefined) await openWatch();
    announce({ type: 'doors-changed' });
    return ok(read());
  }

  /** One change after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  return {
    read,
    write: (wanted) => inTurn(() => change(wanted)),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () =>
      inTurn(async () => {
        await openApi();
        await openWatch();
      }),
    close: () =>
      inTurn(async () => {
        if (api !== null && 'host' in api) await api.host.close();
        await watch?.close();
        api = null;
        watch = null;
      }),
  };
}

const allOff: Kept = { api: { on: false, port: usualApiPort }, watch: { on: false, folder: null } };

/** Null for what we never wrote: to guess half of it would open or close doors that nobody touched. */
function understandDoors(told: Readonly<Partial<Record<string, unknown>>>): Kept | null {
  const [api, watch] = [recordOf(told['api']), recordOf(told['watch'])];
  const { on: apiOn, port } = api;
  const { on: watchOn, folder } = watch;
  const isPort = typeof port === 'number' && Number.isInteger(port) && port >= 1_024 && port <= 65_535;
  if (typeof apiOn !== 'boolean' || !isPort || typeof watchOn !== 'boolean') return null;
  if (folder !== null && typeof folder !== 'string') return null;
  return { api: { on: apiOn, port }, watch: { on: watchOn, folder } };
}

function recordOf(value: unknown): Readonly<Partial<Record<string, unknown>>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
