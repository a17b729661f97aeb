import { describe, expect, it } from 'vitest';
import {
  saysIgnore,
  subjectWords,
  typedData,
  wordsToWeigh,
} from '../../../../src/shared/domain/message/template-words.ts';

const weighed = (line: string) => wordsToWeigh(line).map(({ code, text, at }) => [code, text, at]);

describe('words that a message had better not use', () => {
  it.each(
    [
      ['notifica', 'notifiche', 'Notificata', 'notificato', 'notificate', 'notificati', 'notifichiamo'],
      ['notificare', 'notificazione', 'notificazioni'],
    ].flat(),
  )('%s is no message of IO', (word) => {
    expect(weighed(`La ${word}, qui`)).toEqual([['says-notifica', word, 3]]);
  });

  it.each([
    'celiaco',
    'celiachia',
    'dieta',
    'diete',
    'dietetico',
    'allergia',
    'allergie',
    'allergico',
    'intollerante',
    'intolleranza',
    'disabile',
    'disabilità',
    'invalido',
    'invalida',
    'invalidi',
    'invalidità',
    'handicap',
    'handicappato',
    'legge 104',
    'ISEE',
    'religioso',
    'religiosa',
    'halal',
    'kosher',
    'vegano',
    'vegana',
    'vegani',
    'vegane',
    'malattia',
    'patologia',
    'malattie',
    'patologie',
    'salute',
  ])('%s says something of one person', (word) => {
    expect(weighed(`Per ${word}, qui`)).toEqual([['sensitive-word', word, 4]]);
  });

  it.each([
    'notificatore',
    'denotifica',
    'lordieta',
    'dietro',
    'validità',
    'invalidare',
    'saluteremo',
    'misee',
    'pagoPA',
    'conpagopa',
    'www.pagopa.gov.it',
    'pagopa.it',
    'x@pagopa',
    'vedi gli avvisi',
  ])('%s may be said', (word) => {
    expect(weighed(`Per ${word} qui`)).toEqual([]);
  });

  it.each([
    ['con PagoPA', 'PagoPA', 4],
    ['con pago PA', 'pago PA', 4],
    ['con pagopa.', 'pagopa', 4],
    ['con pagoPA e pagopa', 'pagopa', 13],
  ])('%s is written otherwise', (line, text, at) => {
    expect(weighed(line)).toEqual([['pagopa-spelling', text, at]]);
  });

  it('the name of a button of the app is not to be repeated', () => {
    expect(weighed('Premi VEDI avviso')).toEqual([['button-name', 'VEDI avviso', 6]]);
  });
});

const typed = (line: string) => typedData(line).map(({ code, text, at }) => [code, text, at]);

describe('data that comes from the row', () => {
  it.each([
    ['Paghi € 12,00.', '€ 12,00', 6],
    ['Paghi €12', '€12', 6],
    ['Paghi euro 1.012,5 oggi', 'euro 1.012,5', 6],
    ['Paghi 5€', '5€', 6],
    ['Paghi 1.012,00 EURO oggi', '1.012,00 EURO', 6],
  ])('an amount: %s', (line, text, at) => {
    expect(typed(line)).toEqual([['amount-typed', text, at]]);
  });

  it.each([
    ['Il 16/12/2026', '16/12/2026', 3],
    ['Il 1.2.26', '1.2.26', 3],
    ['Il 31-01-2026.', '31-01-2026', 3],
    ['Il 2026-12-16', '2026-12-16', 3],
    ['Il 16 dicembre 2026', '16 dicembre 2026', 3],
    ['Il 1° gennaio', '1° gennaio', 3],
    ['Il primo  Marzo', 'primo  Marzo', 3],
  ])('a day: %s', (line, text, at) => {
    expect(typed(line)).toEqual([['date-typed', text, at]]);
  });

  it.each([
    'Nel 2026',
    'legge 147/2013',
    'delibera 12/2026',
    'il 32/01/2026',
    'il 16/13/2026',
    'il 16/12-2026',
    'n. 1/16/12/2026',
    'tel. 051.12.34.56',
    '12026-12-16',
    '2026-12-166',
    'a dicembre',
    '123 dicembre',
    '12 dicembrini',
    'euro e 12',
    'eurozona 12',
  ])('neither: %s', (line) => {
    expect(typed(line)).toEqual([]);
  });
});

describe('a subject', () => {
  it.each([
    ['RATE UNICHE', ['subject-capitals']],
    ['RATA UNICA', []],
    ['RATA 2026 DI OGGI', ['subject-capitals']],
    ['RATA UNIC', []],
    ['T.A.R.I. 20261', []],
    ['RATA UNICa', []],
    ['Dal Comune di tutti', ['subject-names-ente']],
    ['Dal comune dietro', []],
    ['Intercomune di tutti', []],
    ['La rata di BORGO di sotto', ['subject-names-ente']],
    ['Comunicazione', ['subject-says-comunicazione']],
    ['Due comunicazioni', ['subject-says-comunicazione']],
    ['Telecomunicazioni', []],
  ])('%s: %j', (subject, codes) => {
    expect(subjectWords(subject, 'Borgo di Sotto')).toEqual(codes);
  });

  it('names no ente that nobody knows', () => {
    expect(subjectWords('La rata di Borgo', null)).toEqual([]);
    expect(subjectWords('La rata di Borgo', '')).toEqual([]);
  });

  it.each([
    ['Se hai già pagato, ignora questo messaggio.', true],
    ['SE HAI GIÀ PAGATO\n\nquesta rata, ignora', true],
    ['Se  hai\n già pagato ignoralo', true],
    ['Se hai già pagato. Ignora', false],
    ['Se hai già pagato, non ignorare', true],
    ['Se hai già pagato, malignora', false],
    ['Se hai pagato, ignora', false],
  ])('%j lets who has paid ignore it: %s', (body, says) => {
    expect(saysIgnore(body)).toBe(says);
  });
});
