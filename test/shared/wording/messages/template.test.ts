import { expect, it } from 'vitest';
import { checkTemplate } from '../../../../src/shared/domain/message/check-template.ts';
import { parseTemplate } from '../../../../src/shared/domain/message/template.ts';
import {
  sayComposeComplaint,
  sayTemplateComplaint,
} from '../../../../src/shared/wording/messages/template.ts';

it('says of a text what is wrong, where, and what to write instead', () => {
  const head = '---\nnome: Prova\ntipo: generico\navviso: no\noggetto: Una cosa per {{nome}}\n---\n';
  const body =
    'Paghi 12,00 euro entro il termine che trovi nella tabella, come sempre, in ogni banca.\n\n| a |\n|---|';
  const read = parseTemplate('prova', head + body);
  expect(read.ok && checkTemplate(read.value).map(sayTemplateComplaint)).toEqual([
    'Riga 5, carattere 23: {{nome}} nell’oggetto si leggerebbe anche a telefono bloccato. Spostarlo nel testo.',
    'Riga 7, carattere 7: «12,00 euro» è scritto a mano. Gli importi vengono dall’elenco: usare {{importo}}.',
    'Riga 9: l’app non lo mostra: una tabella sparirebbe tutta, testo compreso. Usare un elenco puntato.',
  ]);
  const misspelt = parseTemplate('prova', `${head}{{scadensa}}`);
  expect(!misspelt.ok && misspelt.problem.map(sayTemplateComplaint)).toEqual([
    'Riga 7, carattere 1: il campo «scadensa» non esiste. Forse «scadenza»? Una colonna dell’elenco si scrive {{colonna:Nome}}.',
  ]);
});

it('says of a row why it has no message', () => {
  expect([
    sayComposeComplaint({ code: 'value-missing', field: 'numeroAvviso' }),
    sayComposeComplaint({ code: 'value-missing', field: 'colonna:Via' }),
    sayComposeComplaint({ code: 'body-too-long', length: 10_001, limit: 10_000 }),
  ]).toEqual([
    'Manca il numero di avviso',
    'Manca il valore della colonna «Via»',
    'Con questi dati il testo ha 10.001 caratteri, e IO ne accetta 10.000: accorciare il modello',
  ]);
});
