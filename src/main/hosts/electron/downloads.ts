import type { DownloadItem } from 'electron';
import { dirname, join } from 'node:path';

/** The part of a download that the question needs. */
export type Download = Pick<DownloadItem, 'getFilename' | 'getSavePath' | 'setSaveDialogOptions' | 'once'>;

/** The system's own dialog asks where a file goes, beginning in the folder of the last time. */
export function askWhereToSave(item: Download, folder: string, remember: (folder: string) => void): void {
  item.setSaveDialogOptions({
    title: 'Salva',
    defaultPath: join(folder, item.getFilename()),
    buttonLabel: 'Salva',
  });
  item.once('done', (_event, state) => {
    if (state === 'completed') remember(dirname(item.getSavePath()));
  });
}
