import type { ExportName } from '../domain/export.ts';
import { sayPeriod } from './figures.ts';

/** What each export is, and for whom. */
export const exportWords: Readonly<Record<ExportName, { readonly title: string; readonly about: string }>> = {
  tesoriere: {
    title: 'Cartella del tesoriere',
    about:
      'Una cartella Excel: riepilogo che quadra al centesimo, provvisori da regolarizzare divisi per servizio, capitolo e accertamento, e l’elenco di tutto.',
  },
  pagamenti: {
    title: 'Pagamenti',
    about: 'Un pagamento per riga, con i tre pallini. Per un altro programma.',
  },
  flussi: {
    title: 'Flussi',
    about: 'Un flusso per riga, con ciò che è stato ricevuto. Per un altro programma.',
  },
  provvisori: { title: 'Provvisori', about: 'Un provvisorio per riga. Per un altro programma.' },
  riconciliazione: {
    title: 'Riconciliazione',
    about: 'Per ogni provvisorio i pagamenti che porta. Per un altro programma.',
  },
};

export const formatWords = {
  xlsx: 'Excel (.xlsx)',
  csv: 'CSV, con i punti e virgola',
  json: 'JSON',
} as const;

/** What it means to tell people in clear, or not to. */
export function sayClear(clear: boolean): string {
  return clear
    ? 'Il file conterrà nomi e codici fiscali dei cittadini: va consegnato solo a chi deve averli, e cancellato quando non serve più.'
    : 'Dei cittadini si vedranno le iniziali e una parte del codice fiscale: basta per riconoscere chi si conosce già.';
}

/** Null when the period can be asked for. */
export function complainOfPeriod(from: string | null, to: string | null): string | null {
  return from !== null && to !== null && from > to
    ? `Il periodo finisce prima di cominciare: ${sayPeriod(from, to)}.`
    : null;
}

/** A name for the file by which it is found again. */
export function nameOfExport(
  name: ExportName,
  format: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  today: string,
): string {
  const period = from === null && to === null ? `al ${today}` : `${from ?? 'inizio'} ${to ?? today}`;
  return `${name} ${period}.${format}`.replaceAll(' ', '-');
}

/** `Scaricato tesoriere-al-2026-11-29.xlsx: 880 righe.` */
export const saySaved = (file: string, rows: string): string => `Scaricato ${file}: ${rows}.`;
