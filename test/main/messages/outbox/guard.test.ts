import { describe, expect, it } from 'vitest';
import { whyHeldBack } from '../../../../src/main/messages/outbox/guard.ts';
import { defaultMessageSettings } from '../../../../src/shared/domain/message/message-settings.ts';

const request = (different: object = {}, content: object = {}): string =>
  JSON.stringify({
    fiscal_code: 'RSSMRA85T10A562S',
    feature_level_type: 'STANDARD',
    content: { subject: 'PROVA – tassa sui rifiuti', markdown: 'Testo di prova. '.repeat(8), ...content },
    ...different,
  });
const live = defaultMessageSettings;
const testing = { ...live, testMode: true, testUsers: ['RSSMRA85T10A562S'] };

describe('the last look before a message leaves', () => {
  it('lets a whole message go', () => {
    expect(whyHeldBack(request(), 'avviso', live)).toBeNull();
    expect(whyHeldBack(request(), 'avviso', testing)).toBeNull();
  });

  it.each([
    ['something unknown in it', request({ payment_data: {} })],
    ['a person who cannot be', request({ fiscal_code: 'rssmra85t10a562s' })],
    ['no subject', request({}, { subject: undefined })],
    ['a payee', request({}, { payment_data: { amount: 1, notice_number: '301000000000012373', payee: {} } })],
  ])('holds back one with %s', (_what, body) => {
    expect(whyHeldBack(body, 'avviso', live)).toMatchObject({ code: 'invalid' });
  });

  it.each([
    ['to somebody who did not agree', request(), { ...testing, testUsers: [] }, 'avviso'],
    ['that does not say so', request({}, { subject: 'Tassa sui rifiuti' }), testing, 'avviso'],
    ['to somebody who did not agree, when test mode is over', request(), live, 'prova-avviso'],
    ['to somebody who did not agree, of a colleague', request(), live, 'prova'],
  ])('holds back a test %s', (_what, body, settings, kind) => {
    expect(whyHeldBack(body, kind, settings)).toEqual({ code: 'not-a-test-user' });
  });
});
