import type { PreparationWarning, RowRefusal } from '../../../shared/domain/message/preparation.ts';
import type { RefusedProperty } from '../../../shared/domain/message/list-problem.ts';
import { sayRata, sayRefusedProperty } from '../../../shared/wording/messages/list.ts';
import { fieldOfRefusal, sayWhyRefused } from '../../../shared/wording/messages/preparation.ts';
import { refusedRowHeader } from '../../../shared/wording/warnings.ts';
import { csvLine, csvMark } from '../csv.ts';
import { listSheet, type List } from '../tesoriere/list-sheet.ts';
import type { Sheet } from '../workbook/model.ts';
import type { People } from './people.ts';

/** A row of one of the lists of a campaign that makes no message. */
export type RefusedOfCampaign =
  | { readonly list: 'people'; readonly refused: RowRefusal }
  | { readonly list: 'properties'; readonly refused: RefusedProperty };

/** What was left out of both lists, in order. */
export function refusedOf(
  refused: readonly RowRefusal[],
  warnings: readonly PreparationWarning[],
): RefusedOfCampaign[] {
  const properties = warnings.flatMap((one) => (one.code === 'properties-refused' ? one.refused : []));
  return [
    ...refused.map((one) => ({ list: 'people', refused: one }) as const),
    ...properties.map((one) => ({ list: 'properties', refused: one }) as const),
  ];
}

/** The rows without a message, and why. */
export function refusedSheet(people: People, refused: readonly RefusedOfCampaign[]): Sheet {
  const promised = { rows: refused.length, count: refused.length, sums: {} };
  return listSheet(refusedList(people), promised, [refused.map((item) => ({ item }))]);
}

function refusedList(people: People): List<RefusedOfCampaign> {
  return {
    name: 'Righe rifiutate',
    columns: [
      { title: 'Riga', width: 9, kind: 'count', value: ({ refused }) => refused.row },
      { title: 'Elenco', width: 14, kind: 'text', value: ({ list }) => listNames[list] },
      { title: 'Dato', width: 18, kind: 'text', value: fieldOf },
      { title: 'Valore', width: 30, kind: 'text', value: (one) => valueOf(coveredBy(people, one)) },
      {
        title: 'Motivo',
        width: 90,
        kind: 'long',
        value: (one) => people.sentence(reasonOf(coveredBy(people, one))),
      },
    ],
  };
}

const listNames = { people: 'persone', properties: 'immobili' } as const;

/** The same rows as a file for whoever made the lists; `file` is the list of people's name. */
export function* refusedCsv(file: string, refused: readonly RefusedOfCampaign[]): Generator<string> {
  yield `${csvMark}${csvLine([...refusedRowHeader])}`;
  for (const one of refused)
    yield csvLine([
      one.list === 'people' ? file : listNames.properties,
      one.refused.row,
      fieldOf(one),
      valueOf(one),
      reasonOf(one),
    ]);
}

function fieldOf(one: RefusedOfCampaign): string {
  return one.list === 'people' ? fieldOfRefusal(one.refused) : 'immobile';
}

function valueOf({ refused }: RefusedOfCampaign): string | null {
  return 'value' in refused ? refused.value : null;
}

function reasonOf(one: RefusedOfCampaign): string {
  if (one.list === 'properties') return sayRefusedProperty(one.refused);
  const { rata } = one.refused;
  return `${rata === undefined ? '' : `${sayRata(rata)}: `}${sayWhyRefused(one.refused)}`;
}

/** A codice fiscale that is wrong is still somebody's, and a row too wide has anything in it. */
function coveredBy(people: People, one: RefusedOfCampaign): RefusedOfCampaign {
  if (people.clear || one.list !== 'people' || !('value' in one.refused)) return one;
  const isOfPerson = fieldOfRefusal(one.refused) === 'codice fiscale' || one.refused.code === 'row-too-wide';
  if (!isOfPerson) return one;
  const refused = { ...one.refused, value: people.fiscalCode(one.refused.value) ?? '' };
  return { ...one, refused: refused.code === 'cf-shape' ? { ...refused, proposed: null } : refused };
}
