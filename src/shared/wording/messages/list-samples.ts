import type { DayOrder } from '../../domain/day.ts';
import type { Decimals } from '../../domain/euro.ts';
import { italianLongDay } from '../../domain/message/due-date.ts';
import type { ListField } from '../../domain/message/list-profile.ts';
import { readDay, readDue, readRata } from '../../domain/message/list-values.ts';
import type { ListCell } from '../../domain/profile-values.ts';
import { sayRata, sayRowFlaw } from './list.ts';

/** What a value of a list would be read as, in words: nobody mistakes `128 euro e 30 centesimi` for another sum. */
export function saySample(
  field: ListField,
  cell: ListCell,
  { decimals, days }: { readonly decimals: Decimals | null; readonly days: DayOrder | null },
): string {
  switch (field) {
    case 'amount': {
      const read = readDue(cell, decimals, null);
      return read.ok ? sumInWords(read.value) : sayRowFlaw(read.problem);
    }
    case 'due': {
      const read = readDay(cell.text, days);
      return read.ok ? italianLongDay(read.value) : sayRowFlaw(read.problem);
    }
    case 'rata': {
      const rata = readRata(cell.text);
      return rata === null ? sayRowFlaw({ code: 'rata-unreadable', value: cell.text }) : sayRata(rata);
    }
    case 'fiscalCode':
    case 'name':
    case 'notice':
    case 'iuv':
    case 'debt':
    case 'account':
    case 'kind':
      return cell.text;
  }
}

/** `1.234 euro`, `1 euro e 5 centesimi`, `30 centesimi`. */
function sumInWords(sum: number): string {
  const euro = Math.floor(sum / 100);
  const rest = sum % 100;
  const small = `${rest} ${rest === 1 ? 'centesimo' : 'centesimi'}`;
  if (euro === 0) return small;
  const whole = `${euro.toLocaleString('it-IT', { useGrouping: 'always' })} euro`;
  return rest === 0 ? whole : `${whole} e ${small}`;
}
