import { Text } from '@mantine/core';
import type { PartProps } from '../messaggi-screen.tsx';

export function Coda(_props: PartProps) {
  return <Text>Coda</Text>;
}
