import { Button, type ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/domain/result.ts';
import { sayProblem } from '../../shared/wording/problems.ts';
import { useApi } from '../state/api.tsx';
import { saveFile } from './save-file.ts';

/** A file that an operation made and that waits to be fetched. */
type Made = Result<{ readonly parcel: string; readonly name: string }, Problem>;

/** Has a file made, and gives it to the person. */
export function SaveMade(
  props: ButtonProps & { readonly make: () => Promise<Made>; readonly children: ReactNode },
) {
  const { make, children, ...looks } = props;
  const { link } = useApi();
  const [fetching, setFetching] = useState(false);

  async function save(): Promise<void> {
    setFetching(true);
    const made = await make();
    const fetched = made.ok ? await link.download(made.value.parcel, made.value.name) : made;
    setFetching(false);
    if (fetched.ok) saveFile(fetched.value);
    else notifications.show({ color: 'red', message: sayProblem(fetched.problem), autoClose: false });
  }

  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden="true" />}
      {...looks}
      loading={fetching}
      onClick={() => void save()}
    >
      {children}
    </Button>
  );
}
