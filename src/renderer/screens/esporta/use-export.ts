import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Input } from '../../../shared/contract/api.ts';
import { sayProblem } from '../../../shared/wording/problems.ts';
import { saveFile } from '../../components/save-file.ts';
import { useApi } from '../../state/api.tsx';
import { useTask } from '../../state/use-task.ts';

/** Makes a file, fetches it and gives it to the person under the name that was asked for. */
export function useExport() {
  const { link } = useApi();
  const task = useTask('exports.make');
  const [saved, setSaved] = useState<{ readonly file: string; readonly rows: number } | null>(null);

  async function save(request: Input<'exports.make'>, file: string): Promise<void> {
    setSaved(null);
    const made = await task.run(request);
    // Why it was not made, the task itself tells.
    if (!made.ok) return;
    const fetched = await link.download(made.value.parcel, file);
    if (!fetched.ok) {
      notifications.show({ color: 'red', message: sayProblem(fetched.problem), autoClose: false });
      return;
    }
    saveFile({ ...fetched.value, name: file });
    setSaved({ file, rows: made.value.rows });
  }

  return { task, save, saved };
}
