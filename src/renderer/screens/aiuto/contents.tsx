import { Text } from '@mantine/core';
import classes from './aiuto.module.css';
import { VoceLink } from './voce-link.tsx';

/** What the help has, at its left. */
export function Contents(props: {
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly count: number | null;
  }[];
}) {
  return (
    <nav className={classes['contents']} aria-label="Indice dell’aiuto">
      {props.sections.map(({ id, title, count }) => (
        <VoceLink key={id} voce={id} className={classes['content']}>
          <span>{title}</span>
          {count !== null && (
            <Text span size="xs" c="dimmed" className="figures">
              {count}
            </Text>
          )}
        </VoceLink>
      ))}
    </nav>
  );
}
