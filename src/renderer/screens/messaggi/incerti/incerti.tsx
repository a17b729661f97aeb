import { Text } from '@mantine/core';
import type { PartProps } from '../messaggi-screen.tsx';

export function Incerti(_props: PartProps) {
  return <Text>Incerti</Text>;
}
