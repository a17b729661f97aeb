import { Button, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { sayProgress } from '../../shared/wording/progress.ts';
import { useApi } from '../state/api.tsx';
import { addressOf } from '../state/route.ts';
import { useQuestion } from '../state/use-question.ts';
import { useTask } from '../state/use-task.ts';
import { EnteForm } from './ente-form.tsx';
import classes from './first-start.module.css';
import { Sheet } from './page.tsx';
import { Pallini } from './pallino.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { WorkProgress } from './work-progress.tsx';

/**
 * What an empty ledger shows: how to begin with one's own papers, or with invented ones. `fill`: the invented ones are
 * asked for already.
 */
export function FirstStart({ fill }: { readonly fill: boolean }) {
  const { ledger } = useApi();
  return ledger === 'demo' ? <FillDemo now={fill} /> : <Begin />;
}

function Begin() {
  const settings = useQuestion('settings.read', {});
  const ente = settings.value?.ente ?? null;
  return (
    <div className={classes['page']}>
      <Sheet>
        <Intro />
      </Sheet>
      <ol className={classes['steps']}>
        <Step number={1} title="Dire chi siamo" done={ente !== null}>
          {ente === null ? (
            settings.value !== null && <EnteForm action="Salva" />
          ) : (
            <>
              <Text size="sm" c="dimmed">
                {`Siamo ${ente.denominazione}, codice fiscale ${ente.codiceFiscale}.`}
              </Text>
              <Button
                component="a"
                variant="default"
                href={addressOf({ ledger: 'own', screen: 'impostazioni', ask: {} })}
              >
                Controlla le impostazioni
              </Button>
            </>
          )}
        </Step>
        <Step number={2} title="Importare i documenti" done={false}>
          <Text size="sm" c="dimmed">
            Il giornale di cassa del tesoriere, i flussi di rendicontazione e le ricevute: tutti insieme,
            nell’ordine che si vuole. Si trascinano in qualunque punto di questa finestra; da loro si capisce
            anche quali codici sono nostri.
          </Text>
          <Button
            component="a"
            variant={ente === null ? 'default' : 'filled'}
            href={addressOf({ ledger: 'own', screen: 'importazioni', ask: { scegli: true } })}
          >
            Scegli i file…
          </Button>
        </Step>
        <Step number={3} title="Oppure provare prima" done={false}>
          <Text size="sm" c="dimmed">
            Un Comune inventato, con i suoi documenti e i suoi guai, in un registro a parte: il vostro resta
            vuoto.
          </Text>
          <Button
            component="a"
            variant="default"
            href={addressOf({ ledger: 'demo', screen: 'cruscotto', ask: { riempi: true } })}
          >
            Prova con dati finti
          </Button>
        </Step>
      </ol>
      <Text size="sm">
        Non serve finire adesso: ciò che si salta si riprende da qui o dalle Impostazioni.{' '}
        <a href={addressOf({ ledger: 'own', screen: 'aiuto', ask: { voce: 'primo-giorno' } })}>
          La guida del primo giorno
        </a>
        .
      </Text>
    </div>
  );
}

function Intro() {
  return (
    <div className={classes['intro']}>
      <Pallini dots={{ pagamento: 'yes', rendicontazione: 'yes', riconciliazione: 'waiting' }} size={30} />
      <Text>
        Ogni pagamento pagoPA ha tre pallini: <strong>pagato</strong> dal cittadino,{' '}
        <strong>rendicontato</strong> dal PSP in un flusso, <strong>riconciliato</strong> con il denaro che il
        tesoriere ha incassato. Qui si vede quali mancano, e perché.
      </Text>
    </div>
  );
}

function Step(props: {
  readonly number: number;
  readonly title: string;
  readonly done: boolean;
  readonly children: ReactNode;
}) {
  const { number, title, done, children } = props;
  return (
    <li className={classes['step']}>
      <span className={classes['number']} data-done={done} aria-hidden="true">
        {done ? <IconCircleCheck size={22} /> : number}
      </span>
      <h2 className={classes['title']}>
        {title}
        {done && <span className={classes['done']}> · fatto</span>}
      </h2>
      {children}
    </li>
  );
}

function FillDemo({ now }: { readonly now: boolean }) {
  const task = useTask('demo.fill');
  const { progress, run } = task;
  const asked = useRef(false);
  useEffect(() => {
    if (!now || asked.current) return;
    asked.current = true;
    void run({});
  }, [now, run]);
  return (
    <div className={classes['page']}>
      <Sheet title="Un Comune inventato">
        <div className={classes['demo']}>
          <Text>
            Si preparano i giornali di cassa, i flussi e le ricevute di un Comune che non esiste, con i guai
            che capitano davvero: accrediti parziali, causali illeggibili, ricevute mancanti. Si può guardare,
            cambiare e annullare tutto senza rischi.
          </Text>
          <ProblemNotice problem={task.problem} />
          {task.running ? (
            <WorkProgress
              title="Preparazione dei dati finti"
              now={progress?.file ?? null}
              figures={progress === null ? '' : sayProgress({ ...progress, file: null })}
              share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
              startedAt={task.startedAt}
              onCancel={task.cancel}
            />
          ) : (
            <div>
              <Button size="md" autoFocus onClick={() => void run({})}>
                Riempi con i dati finti
              </Button>
            </div>
          )}
        </div>
      </Sheet>
    </div>
  );
}
