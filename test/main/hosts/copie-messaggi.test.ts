import { cpSync, rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { startIoService } from '../../fakes/io-service/server.ts';
import { service } from '../../fakes/io-service/services.ts';
import { automatic } from '../../fakes/io-service/profiles.ts';
import type { IoService } from '../../fakes/io-service/options.ts';
import { recipientsExample } from '../../helpers/message-examples.ts';
import { aDesk, settle } from './command-line.ts';

vi.setConfig({ testTimeout: 180_000 });

const runShape = z.object({ sent: z.number(), blocked: z.object({ code: z.string() }).optional() });

describe('messages of a ledger that was put back', () => {
  const desk = aDesk(settle);
  const tari = service('tari');

  /** A desk of its own folder, with a campaign of two people in the queue. */
  async function queued(name: string) {
    const io = await startIoService({ services: [tari], others: automatic });
    onTestFinished(() => io.close());
    const archive = desk.path(name);
    cpSync(desk.archive, archive, { recursive: true });
    const env = {
      XDG_DATA_HOME: desk.path(`${name}-dati`),
      TREPALLINI_IO_URL: io.url,
      TREPALLINI_IO_KEY_TARI: tari.primary,
    };
    const json = async (...words: string[]): Promise<unknown> => {
      const { stdout, stderr } = await desk.run(['--json', '--archivio', archive, ...words], { env });
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout);
    };
    const list = desk.write(recipientsExample.name, recipientsExample.content);
    const prepared = ['--servizio', 'tari', '--modello', 'tari-avviso', '--elenco', list];
    expect(await json('messaggi', 'prepara', ...prepared)).toMatchObject({ campaign: 1, ready: 2 });
    expect(await json('messaggi', 'accoda', '1')).toMatchObject({ queued: 2 });
    const send = async (): Promise<z.infer<typeof runShape>> =>
      runShape.parse(await json('messaggi', 'invia', '--subito', '--ritmo', '50'));
    return { io, archive, json, send };
  }

  it('wait after ripristina although none ever left, and go once a person has looked', async () => {
    const { io, json, send } = await queued('mai-partiti');
    await json('copia', desk.path('mai-partiti.db'));
    await json('ripristina', desk.path('mai-partiti.db'));
    expect(await send()).toMatchObject({ sent: 0, blocked: { code: 'queue-held' } });
    expect(posts(io)).toBe(0);
    await json('messaggi', 'riprendi');
    expect((await send()).sent).toBe(2);
    expect(posts(io)).toBe(2);
  });

  it('go out once, whatever is put back: a copy, or the whole folder', async () => {
    const { io, archive, json, send } = await queued('partiti');
    await json('copia', desk.path('prima-di-inviare.db'));
    cpSync(archive, desk.path('cartella-di-prima'), { recursive: true });
    expect((await send()).sent).toBe(2);

    await json('ripristina', desk.path('prima-di-inviare.db'));
    expect(await send()).toMatchObject({ sent: 0, blocked: { code: 'queue-held' } });
    await json('messaggi', 'riprendi');
    expect((await send()).sent).toBe(0);

    rmSync(archive, { recursive: true });
    cpSync(desk.path('cartella-di-prima'), archive, { recursive: true });
    expect(await send()).toMatchObject({ sent: 0, blocked: { code: 'queue-held' } });
    await json('messaggi', 'riprendi');
    expect((await send()).sent).toBe(0);
    expect(posts(io)).toBe(2);
    expect(io.stored).toHaveLength(2);
  });
});

function posts({ calls }: IoService): number {
  return calls.filter(({ operation }) => operation === 'message').length;
}
