import { MessageChannel } from 'node:worker_threads';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { servePort } from '../../../src/main/hosts/electron/serve-port.ts';
import { createPortLinks } from '../../../src/renderer/links/port-link.ts';
import type { Connection } from '../../../src/shared/contract/events.ts';
import type { Command, HostFrame, Wire } from '../../../src/shared/contract/frames.ts';
import { aHome, wireOf } from '../../helpers/links.ts';

describe('the port of the window', () => {
  it('takes five thousand things that are no questions, and changes nothing', async () => {
    const cores = aHome();
    const before = await cores.of('own').call('ledger.verify', {});
    const { say, sent } = aDeafWire(cores);

    fc.assert(
      fc.property(fc.oneof(fc.anything(), almostFrame), (payload) => {
        expect(() => say(payload)).not.toThrow();
      }),
      { numRuns: 5_000 },
    );

    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent.every((frame) => 'id' in frame)).toBe(true);
    expect(await cores.of('own').call('ledger.verify', {})).toEqual(before);
  });

  it('is told by the menu what to show', async () => {
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => port1.close());
    const shown: Command[] = [];
    createPortLinks(wireOf(port2), (command) => shown.push(command));
    wireOf<HostFrame>(port1).send({ command: { screen: 'flussi', ask: {} } });
    await vi.waitFor(() => expect(shown).toEqual([{ screen: 'flussi', ask: {} }]));
  });

  it('says that the program is gone, to all who wait and to all who ask', async () => {
    const { port1, port2 } = new MessageChannel();
    const link = createPortLinks(wireOf(port2), () => undefined)('own');
    const told: Connection[] = [];
    link.listen({ onEvent: () => undefined, onConnection: (connection) => told.push(connection) });
    const answer = link.call('about.read', {});
    port1.close();
    expect(await answer).toMatchObject({ problem: { code: 'connection-lost' } });
    expect(told).toEqual(['lost']);
    expect(await link.call('about.read', {})).toMatchObject({ problem: { code: 'connection-lost' } });
  });

  it('shows long work to the taskbar, and when it has ended', async () => {
    const cores = aHome();
    await cores.of('own').call('about.read', {});
    const shown: unknown[] = [];
    const { say, sent } = aDeafWire(cores, (progress) => shown.push(progress));
    say({ id: 1, type: 'call', ledger: 'own', name: 'ledger.verify', input: {} });
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ id: 1, result: { ok: true } }), {
      timeout: 20_000,
    });
    expect(shown.at(-1)).toBe(null);
  });
});

const almostFrame = fc.record(
  {
    id: fc.oneof(fc.integer(), fc.anything()),
    type: fc.constantFrom('cancel', 'piece', 'give-up', 'download', 'deaf', 'open', '__proto__'),
    ledger: fc.constantFrom('own', 'demo', 'other', null),
    name: fc.oneof(fc.string(), fc.anything()),
    parcel: fc.string(),
    input: fc.anything(),
    bytes: fc.oneof(fc.uint8Array(), fc.anything()),
    end: fc.oneof(fc.boolean(), fc.anything()),
  },
  { requiredKeys: ['type'] },
);

function aDeafWire(cores: Parameters<typeof servePort>[0], onProgress?: (progress: unknown) => void) {
  const sent: HostFrame[] = [];
  const heard: ((payload: unknown) => void)[] = [];
  const wire: Wire<HostFrame, unknown> = {
    send: (frame) => void sent.push(frame),
    hear: (listener) => void heard.push(listener),
    onClose: () => undefined,
  };
  servePort(cores, wire, onProgress === undefined ? {} : { onProgress });
  return { say: (payload: unknown) => heard[0]?.(payload), sent };
}
