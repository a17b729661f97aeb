import { Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { euro, italianDay, many } from '../../../shared/wording/figures.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SaveMade } from '../../components/save-made.tsx';
import { Subject } from '../../components/subject.tsx';
import { useApi } from '../../state/api.tsx';
import { usePrivacy } from '../../state/privacy.tsx';
import { useSettings } from '../../state/settings.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { useTask } from '../../state/use-task.ts';
import classes from './dati-personali.module.css';

type Extract = Output<'citizens.read'>;

/** All that is kept about one citizen, on the screen, on paper or as a workbook. */
export function EstrattoSection() {
  const { link } = useApi();
  const { sharing } = usePrivacy();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Extract | null>(null);
  const read = useTask('citizens.read');
  const codiceFiscale = typed.replaceAll(/\s+/g, '').toUpperCase();
  const isWhole = /^(?:[A-Z\d]{16}|\d{11})$/.test(codiceFiscale);

  async function look(): Promise<void> {
    setFound(null);
    const told = await read.run({ codiceFiscale });
    if (told.ok) setFound(told.value);
  }

  return (
    <Subject
      name="estratto"
      title="Estratto per il cittadino"
      about="Chi chiede quali suoi dati si trattano (art. 15 del Regolamento UE 2016/679) riceve pagamenti, posizioni, messaggi e decisioni che lo riguardano, con il file e la riga da cui vengono. Prima di consegnarlo, controllare l’identità di chi chiede."
    >
      {sharing ? (
        <Text size="sm">Lo schermo è condiviso: l’estratto si fa quando la condivisione è finita.</Text>
      ) : (
        <>
          <Group
            component="form"
            gap="sm"
            align="flex-end"
            onSubmit={(event: React.FormEvent) => {
              event.preventDefault();
              if (isWhole) void look();
            }}
          >
            <TextInput
              label="Codice fiscale"
              autoComplete="off"
              spellCheck={false}
              w={240}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button
              type="submit"
              disabled={!isWhole || read.running}
              leftSection={<IconSearch size={16} aria-hidden="true" />}
            >
              Cerca
            </Button>
          </Group>
          <ProblemNotice problem={read.problem} onClose={read.forget} />
          <div role="status">
            {found !== null && (
              <Found
                extract={found}
                make={() => link.call('citizens.extract', { codiceFiscale: found.codiceFiscale })}
              />
            )}
          </div>
        </>
      )}
    </Subject>
  );
}

function Found(props: {
  readonly extract: Extract;
  readonly make: React.ComponentProps<typeof SaveMade>['make'];
}) {
  const { codiceFiscale, sections } = props.extract;
  const ente = useSettings().settings?.ente?.denominazione;
  const today = useQuestion('about.read', {}).value?.today ?? null;
  const full = sections.filter(({ rows }) => rows.length > 0);
  if (full.length === 0) return <Text size="sm">Nel registro non c’è nulla su questo codice fiscale.</Text>;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <SaveMade make={props.make}>Salva in Excel</SaveMade>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          Stampa
        </Button>
      </Group>
      <div className={classes['printed']}>
        <Title order={3} className={classes['onPaper']}>
          Estratto dei dati personali di {codiceFiscale}
        </Title>
        <p className={classes['onPaper']}>
          {ente}
          {today !== null && `, ${italianDay(today)}`}
        </p>
        {full.map((section) => (
          <section key={section.title} className={classes['kind']}>
            <Title order={4} fz="sm">
              {section.title} <span className="figures">({many(section.rows.length, 'riga', 'righe')})</span>
            </Title>
            <div className={classes['scroll']} tabIndex={0} role="group" aria-label={section.title}>
              <Table verticalSpacing={4} fz="sm">
                <Table.Thead>
                  <Table.Tr>
                    {section.columns.map(({ title }) => (
                      <Table.Th key={title} scope="col">
                        {title}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {section.rows.map((row, index) => (
                    <Table.Tr key={index}>
                      {section.columns.map(({ title, kind }, column) => (
                        <Table.Td key={title} className={kind === 'long' ? '' : classes['cell']}>
                          {shown(row[column] ?? null, kind)}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          </section>
        ))}
      </div>
    </Stack>
  );
}

function shown(value: string | number | null, kind: string): string {
  if (value === null) return '';
  if (kind === 'euro') return euro(Number(value));
  return kind === 'day' ? italianDay(String(value)) : String(value);
}
