import type { ListField, ListProfileProblem } from '../../domain/message/list-profile.ts';

/** What a column of a list of people can hold. */
export const listFieldLabels: Readonly<Record<ListField, string>> = {
  fiscalCode: 'Codice fiscale',
  name: 'Cognome e nome',
  notice: 'Numero avviso',
  iuv: 'IUV',
  amount: 'Importo',
  due: 'Scadenza',
  rata: 'Rata',
  debt: 'Id del documento, o del debito',
  account: 'Codice contribuente, o utente',
  kind: 'Persona o società (F/G)',
};

/** What keeps a file from being a profile of lists. */
export function sayListProfileProblem({ at, why }: ListProfileProblem): string {
  return `Il profilo dell’elenco non è valido${at === '' ? '' : ` in «${at}»`}: ${reasons[why]}. Non è stato preparato alcun messaggio.`;
}

const reasons: Readonly<Record<ListProfileProblem['why'], string>> = {
  'not-an-object': 'deve essere un oggetto JSON',
  'wrong-type': 'il valore non è del tipo giusto',
  unknown: 'nome o valore sconosciuto',
  missing: 'manca',
  'no-such-column': 'la colonna non esiste nell’intestazione',
  'used-twice': 'è già usato un’altra volta',
  'needs-headers':
    'una colonna indicata con il numero vuole anche «headers», l’elenco delle intestazioni da riconoscere',
};
