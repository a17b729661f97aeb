import { IconFlask } from '@tabler/icons-react';
import { Notice } from './notice.tsx';

/** Of invented data nothing leaves the computer. */
export function DemoNote() {
  return (
    <Notice tone="plain" icon={IconFlask}>
      Questi sono dati finti: i messaggi si preparano e si guardano, ma da qui non parte niente e non servono
      chiavi.
    </Notice>
  );
}
