import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { processingRegister } from '../../../shared/wording/processing-register.ts';
import { saveFile } from '../../components/save-file.ts';
import { Subject } from '../../components/subject.tsx';

/** A text to begin the register of processing with. */
export function RegistroTrattamentiSection() {
  return (
    <Subject
      name="trattamenti"
      title="Registro dei trattamenti"
      about="Un testo da completare con il responsabile della protezione dei dati, per la scheda di questo trattamento (art. 30 del Regolamento UE 2016/679): finalità, categorie, destinatari, conservazione, misure."
    >
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        onClick={() =>
          saveFile({ name: 'registro-trattamenti.md', bytes: new TextEncoder().encode(processingRegister) })
        }
      >
        Salva il testo
      </Button>
    </Subject>
  );
}
