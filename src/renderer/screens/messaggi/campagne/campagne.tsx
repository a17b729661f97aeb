import { Text } from '@mantine/core';
import type { PartProps } from '../messaggi-screen.tsx';

export function Campagne(_props: PartProps) {
  return <Text>Campagne</Text>;
}
