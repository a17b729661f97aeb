import type { Dropped } from '../../domain/message/markdown/nodes.ts';

/** What the app would not show of a message, or not open. */
export function sayDropped({ what, text }: Dropped): string {
  const short = text.replaceAll(/\s+/g, ' ').trim();
  const told = short.length > 60 ? `${short.slice(0, 59)}…` : short;
  return `${dropped[what]}: «${told}»`;
}

const dropped: Readonly<Record<Dropped['what'], string>> = {
  table: 'Tabella, sparisce tutta',
  strikethrough: 'Testo barrato, sparisce',
  html: 'HTML, sparisce',
  definition: 'Riga presa per un rimando, sparisce',
  link: 'Collegamento che non si apre',
};
