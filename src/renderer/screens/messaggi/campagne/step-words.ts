import { many } from '../../../../shared/wording/figures.ts';
import type { CheckedText } from '../modelli/check-text.ts';
import type { Draft, DraftLack } from './draft.ts';

/** What the first step still lacks, in words. */
export function sayLack({ code }: DraftLack): string {
  switch (code) {
    case 'service':
      return 'il servizio';
    case 'template':
      return 'il modello';
    case 'list':
      return 'l’elenco';
    case 'text':
      return 'i testi della campagna';
    case 'template-faults':
      return 'un testo senza difetti';
  }
}

/** `il servizio, il modello e l’elenco`. */
export function sayLacks(lacks: readonly DraftLack[]): string {
  const words = [...new Set(lacks.map(sayLack))];
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} e ${last}`;
}

export function sayListChoice({ list, properties }: Draft, lacks: readonly DraftLack[]): string {
  const own = lacks.filter(({ code }) => code !== 'template-faults');
  if (own.length > 0) return `Da indicare: ${sayLacks(own)}.`;
  return [list?.name, properties?.name].filter((name) => name !== undefined).join(' con ');
}

export function sayTextChoice({ templateText }: Draft, checked: CheckedText | null): string {
  if (checked === null) return 'Quello del modello, quando è scelto.';
  const faults = checked.complaints.filter(({ severity }) => severity === 'refuses').length;
  if (faults > 0) return `Così non si può inviare: ${many(faults, 'difetto', 'difetti')}.`;
  return templateText === null ? 'Come nel modello.' : 'Cambiato per questa campagna.';
}
