import { Title } from '@mantine/core';
import type { GuideChapter, GuideSection } from '../../../shared/wording/guide/read-guide.ts';
import { dotOfVoce, dotsOfVoce } from '../../../shared/wording/guide/typical.ts';
import { Sheet } from '../../components/page.tsx';
import { Pallini, Pallino } from '../../components/pallino.tsx';
import classes from './aiuto.module.css';
import { GuideBlocks, Marked } from './guide-blocks.tsx';
import { elementIdOf } from './voce.ts';

/** One chapter of the guide, or what was found of it; the words that are looked for stand out. */
export function ChapterSheet({
  chapter,
  wanted,
}: {
  readonly chapter: GuideChapter;
  readonly wanted: string;
}) {
  const { id, title, lead, sections } = chapter;
  return (
    <article id={elementIdOf(id)} tabIndex={-1} className={classes['voce']}>
      <Sheet>
        <Title order={2} className={classes['chapterTitle']}>
          {title}
        </Title>
        <div className={classes['body']}>
          <GuideBlocks of={lead} wanted={wanted} />
        </div>
        {sections.map((section) => (
          <Section key={section.id} section={section} wanted={wanted} />
        ))}
      </Sheet>
    </article>
  );
}

function Section({ section, wanted }: { readonly section: GuideSection; readonly wanted: string }) {
  const { id, title, level, blocks } = section;
  const dots = dotsOfVoce.get(id);
  const dot = dotOfVoce.get(id);
  return (
    <section id={elementIdOf(id)} tabIndex={-1} className={classes['section']} data-level={level}>
      <div className={classes['head']}>
        <Title order={level === 2 ? 3 : 4} className={classes['title']}>
          <Marked text={title} wanted={wanted} />
        </Title>
        {dots !== undefined && <Pallini dots={dots} size={16} />}
        {dot !== undefined && <Pallino dot={dot} size={20} />}
      </div>
      <div className={classes['body']}>
        <GuideBlocks of={blocks} wanted={wanted} />
      </div>
    </section>
  );
}
