import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Link } from '../../../../shared/contract/link.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import { sayProblem } from '../../../../shared/wording/problems.ts';
import { saveFile } from '../../../components/save-file.ts';
import { useApi } from '../../../state/api.tsx';

/** Has a file made, and gives it to the person. */
export function FileButton(props: {
  readonly label: string;
  readonly make: (link: Link) => Promise<Result<Output<'campaigns.report'>, Problem>>;
}) {
  const { label, make } = props;
  const { link } = useApi();
  const [making, setMaking] = useState(false);

  async function save(): Promise<void> {
    setMaking(true);
    const made = await make(link);
    const fetched = made.ok ? await link.download(made.value.parcel, made.value.name) : made;
    setMaking(false);
    if (fetched.ok) saveFile(fetched.value);
    else notifications.show({ color: 'red', message: sayProblem(fetched.problem), autoClose: false });
  }

  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={making}
      leftSection={<IconDownload size={16} aria-hidden="true" />}
      onClick={() => void save()}
    >
      {label}
    </Button>
  );
}
