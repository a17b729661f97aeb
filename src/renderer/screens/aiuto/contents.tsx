import { Text } from '@mantine/core';
import type { GuideSection } from '../../../shared/wording/guide/read-guide.ts';
import classes from './aiuto.module.css';
import { VoceLink } from './voce-link.tsx';

interface Content {
  readonly id: string;
  readonly title: string;
  /** How many of its sections were found; null while nothing is looked for. */
  readonly count: number | null;
  /** The sections of the chapter that is being read. */
  readonly sections: readonly GuideSection[];
}

/** What the guide has, at its left; the chapter that is being read shows its sections. */
export function Contents(props: { readonly contents: readonly Content[]; readonly current: string | null }) {
  return (
    <nav className={classes['contents']} aria-label="Indice dell’aiuto">
      {props.contents.map(({ id, title, count, sections }) => (
        <div key={id}>
          <VoceLink voce={id} className={classes['content']} current={id === props.current}>
            <span>{title}</span>
            {count !== null && (
              <Text span size="xs" c="dimmed" className="figures">
                {count}
              </Text>
            )}
          </VoceLink>
          {sections.map((section) => (
            <VoceLink key={section.id} voce={section.id} className={classes['contentInside']}>
              {section.title}
            </VoceLink>
          ))}
        </div>
      ))}
    </nav>
  );
}
