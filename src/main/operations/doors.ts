import type { Handlers } from '../../shared/contract/api.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { usualApiPort } from '../../shared/contract/ports.ts';
import type { Environment } from './environment.ts';

/** What other programs may use is the business of whoever stands in front of the person; here it is only passed on. */
export function doorHandlers({ doors, trail }: Environment): Pick<Handlers, 'doors.read' | 'doors.write'> {
  return {
    async 'doors.read'() {
      return ok(doors === null ? closed : doors.read());
    },
    async 'doors.write'(change) {
      if (doors !== null) {
        const changed = await doors.write(change);
        if (changed.ok) {
          const { api, watch } = changed.value;
          const details = { api: api.on, port: api.port, watch: watch.on };
          await trail.note({ operation: 'doors-changed', subject: watch.folder ?? '', details });
        }
        return changed;
      }
      // What is off stays off.
      return change.api?.on === true || change.watch?.on === true ? fail({ code: 'no-window' }) : ok(closed);
    },
  };
}

const closed = {
  available: false,
  api: { on: false, port: usualApiPort, state: 'off' },
  watch: { on: false, folder: null, state: 'off', notices: [] },
} as const;
