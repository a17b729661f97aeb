import { Loader } from '@mantine/core';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import { TemplateList } from './template-list.tsx';
import { TemplatePage } from './template-page.tsx';

/** `ask.modello`: which text is open. */
export function Modelli({ ask, open }: PartProps) {
  const { value, problem } = useQuestion('templates.list', {});
  const templates = value?.templates ?? [];
  const opened = templates.find(({ name }) => name === ask['modello']);
  return (
    <>
      <ProblemNotice problem={problem} />
      {value === null && problem === null && <Loader size="sm" aria-label="Caricamento dei modelli" />}
      {value !== null &&
        (opened === undefined ? (
          <TemplateList templates={templates} onOpen={(name) => open('modelli', { modello: name })} />
        ) : (
          <TemplatePage
            key={opened.name}
            template={opened}
            names={templates.map(({ name }) => name)}
            onOpen={(name) => open('modelli', name === null ? {} : { modello: name })}
          />
        ))}
    </>
  );
}
