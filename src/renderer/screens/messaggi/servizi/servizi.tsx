import { Text } from '@mantine/core';
import type { PartProps } from '../messaggi-screen.tsx';

export function Servizi(_props: PartProps) {
  return <Text>Servizi</Text>;
}
