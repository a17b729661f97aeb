import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { electronOffice, firstProxy } from '../../../src/main/hosts/electron/office.ts';
import type { OsProtector } from '../../../src/main/messages/keys/os-protector.ts';

describe('the proxy that Chromium names', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.comune.example:8080', 'proxy.comune.example:8080'],
    ['PROXY a:3128; PROXY b:3128; DIRECT', 'a:3128'],
    // What cannot be asked to CONNECT is no way of ours.
    ['SOCKS5 a:1080', null],
    ['HTTPS a:443', null],
    ['', null],
  ])('%j is %j', (told, proxy) => {
    expect(firstProxy(told)).toBe(proxy);
  });
});

describe('this computer as Electron knows it', () => {
  it('asks for the proxy of the very address, and is kept awake no longer than needed', async () => {
    const asked: string[] = [];
    const awake = new Set<number>();
    const office = electronOffice(aFolder(), {
      os: {} as OsProtector,
      session: () => ({
        async resolveProxy(address: string) {
          asked.push(address);
          return 'PROXY a:3128';
        },
      }),
      powerSaveBlocker: {
        start(type) {
          expect(type).toBe('prevent-app-suspension');
          awake.add(7);
          return 7;
        },
        stop: (id) => awake.delete(id),
      },
    });
    expect(await office.proxyFor?.('https://api.example/api/v1')).toBe('a:3128');
    expect(asked).toEqual(['https://api.example/api/v1']);
    const sleepAgain = office.stayAwake?.();
    expect([...awake]).toEqual([7]);
    sleepAgain?.();
    expect([...awake]).toEqual([]);
  });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-office-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
