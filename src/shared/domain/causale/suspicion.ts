import { isDay } from '../day.ts';
import type { CausaleSource } from './extraction.ts';
import { datePositions, type Text } from './text.ts';

const brand = /PAGOPA|(?<![0-9A-Z])PAGO[ -]PA(?![0-9A-Z])/i;

/** `LGPE`, in one piece or before its dash: blanks must not make it of other words (`LGP EDIL`). */
const marker = /(?<![0-9A-Z])LGPE(?![0-9A-Z])|L ?G ?P ?E ?-/i;

/** A numero avviso of aux 3, which nearly all are. */
const noticeNumber = /(?<![0-9A-Z])3\d{17}(?![0-9A-Z])/i;

/** BIC or ABI code of a PSP and its dash, as they follow the date of an IUF. */
const pspAndDash = /^(?:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?|ABI\d{5})-[0-9A-Z]/;

/**
 * True when a text without IUF nor IUV still smells of pagoPA: the clerk looks at it before saying no.
 * Long numbers say something only where people write: a CRO has as many digits.
 */
export function isSuspect(text: Text, source: CausaleSource): boolean {
  const { squeezed } = text;
  return (
    (squeezed.includes('LGPE') && marker.test(text.normal)) ||
    squeezed.includes('/PUR/') ||
    brand.test(text.normal) ||
    ((source === 'causale' || source === 'end-to-end') && noticeNumber.test(text.normal)) ||
    datePositions(squeezed).some(
      (start) =>
        isDay(squeezed.slice(start, start + 10)) && pspAndDash.test(squeezed.slice(start + 10, start + 24)),
    )
  );
}
