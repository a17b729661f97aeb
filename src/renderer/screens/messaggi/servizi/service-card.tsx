import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { RefusedService } from '../../../../shared/domain/message/answer.ts';
import { euro, italianDay, many, sayMoment } from '../../../../shared/wording/figures.ts';
import {
  addressHint,
  refusedKeyHint,
  sayLastFour,
  sourceLabels,
  whichLabels,
} from '../../../../shared/wording/messages/keys.ts';
import { refusedServices } from '../../../../shared/wording/messages/reasons.ts';
import { Fact, Facts } from '../../../components/evidence.tsx';
import { Sheet } from '../../../components/page.tsx';
import { Pallino } from '../../../components/pallino.tsx';
import { Notice } from '../notice.tsx';
import { nameOfService, type MessageService } from '../service.ts';
import type { ServicePart } from './service-part.ts';
import classes from './servizi.module.css';

export type ServiceAct = 'paste' | 'test' | 'rotate' | 'remove' | 'edit';

/** One service as it is in IO: its key, what holds it, and what citizens and the cap say. */
export function ServiceCard(props: {
  readonly service: MessageService;
  readonly part: ServicePart;
  /** Both of its keys are being replaced. */
  readonly rotating: boolean;
  readonly onAct: (act: ServiceAct) => void;
}) {
  const { service, part, rotating, onAct } = props;
  const { key, hold } = service;
  const name = nameOfService(service);
  const isOurs = key !== null && key.source !== 'environment';
  return (
    <Sheet
      title={name}
      aside={
        <span className={classes['mark']}>
          <Pallino dot={hold === null ? (key === null ? 'none' : 'yes') : 'problem'} />
          {hold === null ? (key === null ? 'Senza chiave' : 'Con la chiave') : 'Fermo'}
        </span>
      }
    >
      <div className={classes['card']}>
        {hold !== null && (
          <Notice tone="problem" icon={IconAlertTriangle}>
            <strong>{remedies[hold.why] ?? refusedServices[hold.why]}</strong>
            <Text size="sm" c="dimmed">{`Dal ${sayMoment(hold.madeAt)}. ${hold.detail}`}</Text>
          </Notice>
        )}
        <Facts>
          <Fact name="Chiave">
            {key !== null && (
              <>
                <span className="code">{sayLastFour(key.lastFour)}</span>
                {`${key.which === null ? '' : ` ${whichLabels[key.which]}`}, ${sourceLabels[key.source]}`}
              </>
            )}
          </Fact>
          <Fact name="Da quando">{key?.savedAt !== null && key !== null && sayMoment(key.savedAt)}</Fact>
          <Fact name="Ultimo uso">{key?.lastUsedOn !== null && italianDay(key?.lastUsedOn ?? null)}</Fact>
          <Fact name="Nome in IO">{part.name}</Fact>
          <Fact name="Importo massimo">{part.cap !== null && euro(part.cap)}</Fact>
          <Fact name="Contatti">{part.contacts}</Fact>
          <Fact name="Riservato">{part.secure && 'sì: anteprime ed e-mail non mostrano il testo'}</Fact>
          <Fact name="In coda">{service.waiting > 0 && many(service.waiting, 'messaggio', 'messaggi')}</Fact>
        </Facts>
        <Group gap="sm">
          <Button
            size="sm"
            variant={hold?.why === 'key' ? 'filled' : 'default'}
            aria-label={`Incolla la chiave di ${name}`}
            onClick={() => onAct('paste')}
          >
            Incolla la chiave…
          </Button>
          <Act label="Prova la chiave…" of={name} shown={key !== null} run={() => onAct('test')} />
          <Act
            label={rotating ? 'Continua a cambiare le chiavi…' : 'Cambia le due chiavi…'}
            of={name}
            shown={isOurs && key.which !== null && (rotating || key.tag !== null)}
            run={() => onAct('rotate')}
          />
          <Act label="Dati in IO…" of={name} shown run={() => onAct('edit')} />
          <Act label="Togli la chiave…" of={name} shown={isOurs} run={() => onAct('remove')} />
        </Group>
      </div>
    </Sheet>
  );
}

/** Where more can be said than in the queue. */
const remedies: Readonly<Partial<Record<RefusedService, string>>> = {
  key: refusedKeyHint,
  address: addressHint,
};

function Act(props: {
  readonly label: string;
  readonly of: string;
  readonly shown: boolean;
  readonly run: () => void;
}) {
  if (!props.shown) return null;
  return (
    <Button
      size="sm"
      variant="default"
      aria-label={`${props.label.replace('…', '')}: ${props.of}`}
      onClick={props.run}
    >
      {props.label}
    </Button>
  );
}
