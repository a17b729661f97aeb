import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { sayProblem } from '../../../shared/wording/problems.ts';
import { saveFile } from '../../components/save-file.ts';
import { useApi } from '../../state/api.tsx';

/** Saves the lines of a document that were left out, as a file to send back. */
export function RefusedRowsButton({ id }: { readonly id: number }) {
  const { link } = useApi();
  const [fetching, setFetching] = useState(false);

  async function save(): Promise<void> {
    setFetching(true);
    const made = await link.call('documents.refusedRows', { id });
    const fetched = made.ok ? await link.download(made.value.parcel, made.value.name) : made;
    setFetching(false);
    if (fetched.ok) saveFile(fetched.value);
    else notifications.show({ color: 'red', message: sayProblem(fetched.problem), autoClose: false });
  }

  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={fetching}
      leftSection={<IconDownload size={16} aria-hidden="true" />}
      onClick={() => void save()}
    >
      Scarica le righe scartate
    </Button>
  );
}
