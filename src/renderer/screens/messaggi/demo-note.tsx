import { Alert, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';

/** Of invented data nothing leaves the computer. */
export function DemoNote() {
  return (
    <Alert variant="light" color="blu" role="note" icon={<IconFlask size={20} aria-hidden="true" />}>
      <Text size="sm">
        Questi sono dati finti: i messaggi si preparano e si guardano, ma da qui non parte niente e non
        servono chiavi.
      </Text>
    </Alert>
  );
}
