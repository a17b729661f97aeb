import type { PageFrame, Wire } from '../../shared/contract/frames.ts';
import { portReady, portSent } from '../../shared/contract/port-names.ts';

/** Waits for the port that the preload hands over, once it knows that somebody hears. */
export function wireOf(page: Window): Promise<Wire<PageFrame, unknown>> {
  return new Promise((resolve) => {
    const hear = ({ source, origin, data, ports }: MessageEvent<unknown>): void => {
      const [port] = ports;
      if (source !== page || origin !== page.location.origin || data !== portSent || port === undefined)
        return;
      page.removeEventListener('message', hear);
      resolve(wireFrom(port));
    };
    page.addEventListener('message', hear);
    page.postMessage(portReady, page.location.origin);
  });
}

function wireFrom(port: MessagePort): Wire<PageFrame, unknown> {
  return {
    send: (frame) => port.postMessage(frame),
    hear(listener) {
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', listener),
  };
}
