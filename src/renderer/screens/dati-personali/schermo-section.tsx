import { Group, Switch, Text } from '@mantine/core';
import { Subject } from '../../components/subject.tsx';
import { usePrivacy } from '../../state/privacy.tsx';

/** While others look on nobody can be recognised. */
export function SchermoSection() {
  const { sharing, setSharing } = usePrivacy();
  return (
    <Subject
      name="schermo"
      title="Schermo condiviso"
      about="Per una videochiamata, un corso, l’assistenza a distanza: nomi, codici fiscali, code degli IUV e causali sono coperti in tutte le schermate, finché non si spegne. Si accende e si spegne anche con F8."
    >
      <Switch
        checked={sharing}
        onChange={(event) => setSharing(event.currentTarget.checked)}
        label="Modalità condivisione schermo"
      />
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          Anche senza, i codici fiscali sono coperti: si mostrano con il tasto accanto, o tutti con F9, e si
          coprono da soli dopo 30 secondi.
        </Text>
      </Group>
    </Subject>
  );
}
