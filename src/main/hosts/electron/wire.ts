import type { MessagePortMain } from 'electron';
import type { HostFrame, Wire } from '../../../shared/contract/frames.ts';

/** The program's end of the window's port. */
export function wireOf(port: MessagePortMain): Wire<HostFrame, unknown> {
  return {
    send: (frame) => port.postMessage(frame),
    hear(listener) {
      port.on('message', ({ data }: { data: unknown }) => listener(data));
      port.start();
    },
    onClose: (listener) => void port.on('close', listener),
  };
}
