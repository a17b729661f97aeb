import { Text, Title } from '@mantine/core';
import { partsOf, type HelpEntry, type HelpSection } from '../../../shared/wording/help/entry.ts';
import { markWords } from '../../../shared/wording/help/find.ts';
import { shortTitleOf } from '../../../shared/wording/help/help.ts';
import { Sheet } from '../../components/page.tsx';
import { Pallini, Pallino } from '../../components/pallino.tsx';
import classes from './aiuto.module.css';
import { elementIdOf } from './voce.ts';
import { VoceLink } from './voce-link.tsx';

/** One section of the help; the words that are looked for stand out. */
export function HelpSheet({ section, wanted }: { readonly section: HelpSection; readonly wanted: string }) {
  const { id, title, lead, entries } = section;
  return (
    <div id={elementIdOf(id)} tabIndex={-1} className={classes['voce']}>
      <Sheet title={title}>
        {lead !== undefined && wanted.trim() === '' && (
          <Text size="sm" c="dimmed" className={classes['lead']}>
            {lead}
          </Text>
        )}
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} wanted={wanted} />
        ))}
      </Sheet>
    </div>
  );
}

function Entry({ entry, wanted }: { readonly entry: HelpEntry; readonly wanted: string }) {
  const { id, title, paragraphs, steps, dot, dots } = entry;
  return (
    <div id={elementIdOf(id)} tabIndex={-1} className={classes['entry']}>
      <div className={classes['head']} data-dots={dots !== undefined}>
        {dots !== undefined && <Pallini dots={dots} />}
        {dot !== undefined && <Pallino dot={dot} size={20} />}
        <Title order={3} className={classes['title']}>
          <Marked text={title} wanted={wanted} />
        </Title>
      </div>
      <div className={classes['body']}>
        {paragraphs.map((text) => (
          <p key={text}>
            <Worded text={text} wanted={wanted} />
          </p>
        ))}
        {steps !== undefined && (
          <ol>
            {steps.map((text) => (
              <li key={text}>
                <Worded text={text} wanted={wanted} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

function Worded({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  return partsOf(text, shortTitleOf).map((part, index) =>
    part.to === null ? (
      <Marked key={index} text={part.text} wanted={wanted} />
    ) : (
      <VoceLink key={index} voce={part.to}>
        <Marked text={part.text} wanted={wanted} />
      </VoceLink>
    ),
  );
}

function Marked({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  return markWords(text, wanted).map((stretch, index) =>
    stretch.hit ? <mark key={index}>{stretch.text}</mark> : stretch.text,
  );
}
