/** A message that asks again for what was asked for before: who has paid must not get it. */
export function isReminder(kind: string): boolean {
  return kind.startsWith('sollecito');
}

/** What is right today may be wrong on another day: such a message goes by the date on the clock. */
export function followsTheCalendar(kind: string): boolean {
  return isReminder(kind) || kind.startsWith('cie');
}

/** What of a kind stands in a business key: an avviso is asked for once, whichever template says it. */
export function kindInKey(kind: string): string {
  return kind === 'rata' ? 'avviso' : kind;
}

const trial = 'prova';

/** A message to a colleague who agreed to receive tests: it stays one when test mode ends. */
export function isTrial(kind: string): boolean {
  return kind === trial || kind.startsWith(`${trial}-`);
}

/** What a message of a kind is called when it is only a test of it. */
export function trialOf(kind: string): string {
  return isTrial(kind) ? kind : `${trial}-${kindInKey(kind)}`;
}

/** A message that puts an earlier one right, or a test of one: it asks for nothing, and is for who has paid by mistake above all. */
export function isCorrection(kind: string): boolean {
  return corrections.some((one) => kind === one || kind === trialOf(one));
}

const corrections = ['errata', 'errore'];
