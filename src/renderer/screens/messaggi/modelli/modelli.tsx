import { Text } from '@mantine/core';
import type { PartProps } from '../messaggi-screen.tsx';

export function Modelli(_props: PartProps) {
  return <Text>Modelli</Text>;
}
