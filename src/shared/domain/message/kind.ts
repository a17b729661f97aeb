/** A message that asks again for what was asked for before: who has paid must not get it. */
export function isReminder(kind: string): boolean {
  return kind.startsWith('sollecito') || kind.startsWith('scadenza');
}

/** What is right today may be wrong on another day: such a message goes by the date on the clock. */
export function followsTheCalendar(kind: string): boolean {
  return isReminder(kind) || kind.startsWith('cie');
}
