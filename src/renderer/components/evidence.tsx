import { ActionIcon, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StatusMeaning } from '../../shared/wording/dots.ts';
import type { Dot } from '../../shared/domain/verdict.ts';
import { announceCopy, copyText } from './copy.ts';
import classes from './evidence.module.css';
import { GuideLink } from './guide-link.tsx';
import { Pallino } from './pallino.tsx';
import { useCodice } from './personal.tsx';

/** The head of a card: how much, where it stands, what that means and what to do. */
export function Standing(props: {
  readonly amount: string;
  readonly mark: ReactNode;
  readonly label: string;
  readonly meaning: StatusMeaning;
  /** The section of the guide that says more of it. */
  readonly voce: string;
  readonly children?: ReactNode;
}) {
  const { meaning, voce } = props;
  const asks = !meaning.next.startsWith('Nulla');
  return (
    <section className={classes['standing']} aria-label="Come sta">
      <div className={classes['standingLine']}>
        <span className={`${classes['amount']} figures`}>{props.amount}</span>
        <span className={classes['standingMark']}>
          {props.mark}
          <strong>{props.label}</strong>
        </span>
      </div>
      <p className={classes['sentence']}>{meaning.means}</p>
      {props.children}
      {asks && (
        <p className={classes['next']}>
          <strong>Che cosa fare.</strong> {meaning.next} <GuideLink voce={voce} />.
        </p>
      )}
    </section>
  );
}

/** A part of a card. */
export function Section(props: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes['section']}>
      <div className={classes['sectionHead']}>
        <Title order={3} className={classes['sectionTitle']}>
          {props.title}
        </Title>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

/** One of the three stations of a payment's trail. */
export function Station(props: {
  readonly dot: Dot;
  readonly title: string;
  readonly answer: string;
  readonly children: ReactNode;
}) {
  return (
    <li className={classes['station']}>
      <span className={classes['stationDot']}>
        <Pallino dot={props.dot} size={28} />
      </span>
      <div className={classes['stationBody']}>
        <Title order={3} className={classes['stationTitle']}>
          {props.title}: <span className={classes['stationAnswer']}>{props.answer}</span>
        </Title>
        {props.children}
      </div>
    </li>
  );
}

export function Trail({ children }: { readonly children: ReactNode }) {
  return (
    <ol className={classes['trail']} aria-label="Il percorso del pagamento">
      {children}
    </ol>
  );
}

/** Names and values, one under the other. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={classes['facts']}>{children}</dl>;
}

/** One of them; without a value it is not there. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) return null;
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}

/** An identifier with a button that copies it. */
export function Code(props: { readonly text: string; readonly href?: string | undefined }) {
  const { href } = props;
  const text = useCodice(props.text);
  return (
    <span className={classes['code']}>
      {href === undefined ? (
        <span className="code">{text}</span>
      ) : (
        <a className="code" href={href}>
          {text}
        </a>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={`Copia ${text}`}
        data-tip="Copia"
        onClick={() => void copyText(text).then(announceCopy)}
      >
        <IconCopy size={15} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
}
