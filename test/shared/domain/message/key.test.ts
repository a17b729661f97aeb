import { describe, expect, it } from 'vitest';
import { aboutOf } from '../../../../src/shared/domain/message/about.ts';
import { messageKey } from '../../../../src/shared/domain/message/key.ts';
import { isReminder, isTrial, kindInKey, trialOf } from '../../../../src/shared/domain/message/kind.ts';
import { day, recipient } from './recipients.ts';

const words = 'abcdef0123456789';
const noticeNumber = '301000000000012373';

describe('what a message is about', () => {
  it.each([
    ['avviso', { noticeNumber }, noticeNumber],
    ['sollecito-1', { noticeNumber, dueDay: day('2026-06-16') }, noticeNumber],
    ['errata', { noticeNumber }, `${noticeNumber}-abcdef012345`],
    ['errore', {}, 'abcdef012345'],
    ['cie-scadenza', { dueDay: day('2027-03-31') }, '2027-03-31'],
    ['cie-scadenza', {}, 'abcdef012345'],
    ['benvenuto', { debt: 'D1', account: 'A1' }, 'D1'],
    ['benvenuto', { account: 'A1' }, 'A1'],
    ['benvenuto', {}, 'benvenuto'],
    ['generico', {}, 'abcdef012345'],
  ])('%s of %j', (kind, different, about) => {
    expect(aboutOf(kind, recipient(different), words)).toBe(about);
  });
});

describe('the name of a message', () => {
  it('is its service, person, kind and subject', () => {
    const parts = { service: 'tari', fiscalCode: 'RSSMRA85T10A562S', kind: 'avviso', about: noticeNumber };
    expect(messageKey(parts)).toBe(`tari:RSSMRA85T10A562S:avviso:${noticeNumber}`);
  });

  it('holds nothing that a shell or a colon could break', () => {
    const key = messageKey({
      service: 'servizi: “vari” $(x)',
      fiscalCode: 'RSSMRA85T10A562S',
      kind: 'a|b',
      about: 'né; qui\nné `là`',
    });
    expect(key.split(':')).toHaveLength(4);
    expect(key).toMatch(/^[\p{L}\p{N}._:-]+$/u);
  });

  it('asks for an avviso once, in one piece or in instalments; a test is another message', () => {
    expect(['avviso', 'rata'].map(kindInKey)).toEqual(['avviso', 'avviso']);
    expect(['avviso', 'rata', 'sollecito-1', 'prova'].map(trialOf)).toEqual([
      'prova-avviso',
      'prova-avviso',
      'prova-sollecito-1',
      'prova',
    ]);
    expect(['prova', 'prova-avviso', 'avviso', 'provato'].map(isTrial)).toEqual([true, true, false, false]);
    expect(['sollecito-2', 'prova-sollecito-1', 'avviso'].map(isReminder)).toEqual([true, false, false]);
  });
});
