import { describe, expect, it } from 'vitest';
import { codaAsk, readCoda } from '../../../src/renderer/screens/messaggi/coda/reading.ts';
import { assistanceText } from '../../../src/renderer/screens/messaggi/incerti/assistance.ts';
import {
  waitsForLocked,
  withServiceName,
  type MessageService,
} from '../../../src/renderer/screens/messaggi/service.ts';
import { addressOf, routeOf } from '../../../src/renderer/state/route.ts';

describe('the address of the queue', () => {
  it('says what is shown, and is read as it was said', () => {
    const shown = {
      filter: { campaign: 3, states: ['queued', 'uncertain'] as const, search: 'Rossi' },
      open: 12,
    };
    const address = addressOf({ ledger: 'own', screen: 'messaggi', ask: codaAsk(shown) });
    expect(readCoda(routeOf(address).ask)).toEqual(shown);
    expect(codaAsk(readCoda({}))).toEqual({});
  });

  it.each([
    { campaign: -1 },
    { campaign: '3' },
    { states: ['boh'] },
    { states: 'queued' },
    { search: 7 },
    { search: '' },
    { open: 1.5 },
  ])('%j asks for nothing', (ask) => {
    expect(readCoda(ask)).toEqual(readCoda({}));
  });
});

const tari: MessageService = {
  id: 'tari',
  name: null,
  ioName: 'Tassa sui rifiuti',
  cap: null,
  key: null,
  hold: null,
  waiting: 2,
};
const kept = {
  lastFour: null,
  tag: null,
  source: 'kept',
  which: 'primary',
  savedAt: null,
  lastUsedOn: null,
} as const;

it('names the service that stops the queue as people know it', () => {
  const block = { code: 'key-missing', service: 'tari' } as const;
  expect(withServiceName(block, [tari])).toEqual({ ...block, service: 'Tassa sui rifiuti' });
  expect(withServiceName(block, [])).toEqual(block);
  expect(withServiceName({ code: 'stopped' }, [tari])).toEqual({ code: 'stopped' });
  expect(withServiceName(null, [tari])).toBeNull();
});

it.each([
  ['locked', { key: kept }, true],
  ['locked', { key: null }, true],
  ['locked', { key: { ...kept, source: 'session' as const } }, false],
  ['locked', { key: kept, waiting: 0 }, false],
  ['open', { key: kept }, false],
  ['empty', { key: null }, false],
] as const)('with keys that are %s and %j the queue waits for them: %s', (lock, over, waits) => {
  expect(waitsForLocked(lock, [{ ...tari, ...over }])).toBe(waits);
});

describe('what the assistance of IO is told', () => {
  const message = {
    id: 1,
    campaign: 1,
    row: 1,
    key: 'tari:RSSMRA85T10A562S:avviso:301000000000012373',
    service: 'tari',
    kind: 'avviso',
    fiscalCode: 'RSSMRA85T10A562S',
    name: 'Rossi Mario',
    noticeNumber: '301000000000012373',
    cents: 12_830,
    dueDay: null,
    rata: null,
    notBefore: null,
    state: 'uncertain',
    reason: null,
    messageId: null,
    attempts: 1,
    nextAt: null,
    acceptedAt: null,
    late: false,
    changedAt: '2026-11-30T09:00:00.000Z',
  } as const;
  const leftAt = '2026-11-30T08:59:00.000Z';
  const told = { message, leftAt, httpCode: null, ente: null, service: 'TARI' };

  it('is the person, the service, the moment, the notice; not the name', () => {
    const text = assistanceText(told);
    for (const part of [
      'RSSMRA85T10A562S',
      'Servizio: TARI',
      leftAt,
      '301000000000012373',
      'Risposta: nessuna',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Rossi');
  });

  it('leaves out what there is not', () => {
    expect(assistanceText({ ...told, message: { ...message, noticeNumber: null } })).not.toContain('avviso');
    expect(assistanceText({ ...told, httpCode: 504 })).toContain('codice HTTP 504');
  });
});
