import { cumulative } from './office.ts';

/** Ways in which banks spoil the causale of a cumulative transfer, all of them still readable. */
const spoiled: readonly ((iuf: string) => string)[] = [
  (iuf) => `/PUR/LGPE-RIVERSAMENTO/URI/${iuf}`,
  (iuf) => `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf.slice(0, 8)} ${iuf.slice(8)}`,
  (iuf) => `ACCREDITI VARI LGPE-RIVERSAMENTO/URI/${iuf}`,
  (iuf) => `/PUR/LGPE -RIVERSAMENTO/URI/${iuf}`,
  (iuf) => `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf} TRXID: 0990912345678901 VIA DEI PRESTITI INVENTATI 12`,
  (iuf) => `RI1/PUR/LGPE-RIVERSAMENTO/URI/${iuf} ACCREDITO BOLLETTINO P.A.`,
  (iuf) => `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf.slice(0, 10)} ${iuf.slice(10)}`,
  (iuf) => `/pur/lgpe-riversamento/txt/0/uri/${iuf.toLowerCase()}`,
  (iuf) => `/PUR/LGPE-RIVERSAMENTO//URI/${iuf}`,
  (iuf) => wrapped(cumulative(iuf), 35),
];

/** The causale of the `position`-th flow: every third one has been spoiled by the bank. */
export function causaleOf(iuf: string, position: number): string {
  if (position % 3 !== 1) return cumulative(iuf);
  const spoil = spoiled[Math.floor(position / 3) % spoiled.length];
  return spoil === undefined ? cumulative(iuf) : spoil(iuf);
}

/** Lines of a fixed width, as they come from a terminal. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (let from = 0; from < text.length; from += width) lines.push(text.slice(from, from + width));
  return lines.join('\n');
}
