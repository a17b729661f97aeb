import { notifications } from '@mantine/notifications';

/** Puts a text on the clipboard; false when the system does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function announceCopy(done: boolean, rows = 1): void {
  notifications.show({
    message: done
      ? rows === 1
        ? 'Copiato.'
        : `Copiate ${rows.toLocaleString('it-IT')} righe: si incollano in un foglio di calcolo.`
      : 'Il sistema non permette di copiare: selezionare il testo e usare Ctrl+C.',
    color: done ? 'blu' : 'red',
    autoClose: done ? 1_800 : 6_000,
  });
}
