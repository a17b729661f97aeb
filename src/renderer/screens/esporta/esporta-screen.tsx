import { Button, Radio, Select, Stack, Switch, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { exportFormats, exportNames, isExportName, type ExportName } from '../../../shared/domain/export.ts';
import {
  complainOfPeriod,
  exportWords,
  formatWords,
  nameOfExport,
  sayClear,
  saySaved,
} from '../../../shared/wording/exports.ts';
import { italianDay, many } from '../../../shared/wording/figures.ts';
import { Page, Sheet } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import { typedDay } from '../../components/typed-values.ts';
import { useServices } from '../../components/use-services.ts';
import { useQuestion } from '../../state/use-question.ts';
import classes from './esporta.module.css';
import { ExportProgress } from './export-progress.tsx';
import { useExport } from './use-export.ts';

/** The workbook for the treasurer first, then what other programs read. */
const names: readonly ExportName[] = ['tesoriere', ...exportNames.filter((name) => name !== 'tesoriere')];

/** Files of the ledger for somebody else: what, of when, of which service, and how people are told in it. */
export function EsportaScreen() {
  const [name, setName] = useState<ExportName>('tesoriere');
  const [asked, setFormat] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [service, setService] = useState<string | null>(null);
  const [clear, setClear] = useState(false);
  const { settings } = useServices();
  const about = useQuestion('about.read', {}).value;
  const { task, save, saved } = useExport();
  const formats = exportFormats[name];
  const format = formats.find((known) => known === asked) ?? formats[0];
  const complaint = complainOfPeriod(from, to);

  if (task.running)
    return (
      <Page title="Esporta">
        <ExportProgress task={task} title={exportWords[name].title} />
      </Page>
    );
  return (
    <Page title="Esporta" lead="File da consegnare: il registro non cambia">
      <ProblemNotice problem={task.problem} onClose={task.forget} />
      <Sheet title="Che cosa">
        <Radio.Group
          aria-label="Che cosa esportare"
          value={name}
          onChange={(value) => {
            if (isExportName(value)) setName(value);
          }}
        >
          <Stack gap="sm">
            {names.map((one) => (
              <Radio
                key={one}
                value={one}
                label={exportWords[one].title}
                description={exportWords[one].about}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Sheet>
      <Sheet title="Quale parte">
        <div className={classes['fields']}>
          <TypedField
            label="Dal"
            placeholder="gg/mm/aaaa"
            shown={italianDay(from)}
            read={typedDay}
            wrong="Giorno non valido"
            onChange={setFrom}
          />
          <TypedField
            label="Al"
            placeholder="gg/mm/aaaa"
            shown={italianDay(to)}
            read={typedDay}
            wrong="Giorno non valido"
            onChange={setTo}
          />
          <Select
            label="Servizio"
            placeholder="tutti"
            clearable
            clearButtonProps={{ 'aria-label': 'Tutti i servizi' }}
            data={(settings?.servizi ?? []).map(({ id, nome }) => ({ value: id, label: nome }))}
            value={service}
            onChange={setService}
          />
          <Select
            label="Formato"
            allowDeselect={false}
            data={formats.map((one) => ({ value: one, label: formatWords[one] }))}
            value={format}
            onChange={setFormat}
            disabled={formats.length === 1}
          />
        </div>
        <Text size="sm" c="dimmed" mt="xs">
          I giorni sono quelli del pagamento, del flusso e del movimento di cassa. Senza giorni, tutto.
        </Text>
        {complaint !== null && (
          <Text size="sm" c="red" role="alert" mt="xs">
            {complaint}
          </Text>
        )}
      </Sheet>
      <Sheet title="I cittadini">
        <Switch
          label="Nomi e codici fiscali in chiaro"
          description={sayClear(clear)}
          checked={clear}
          onChange={(event) => setClear(event.currentTarget.checked)}
        />
      </Sheet>
      <div className={classes['foot']}>
        <Button
          size="md"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
          disabled={complaint !== null || about === null}
          onClick={() =>
            void save(
              { name, format, service, from, to, clear },
              nameOfExport(name, format, { from, to }, about?.today ?? ''),
            )
          }
        >
          Scarica
        </Button>
        <Text role="status" size="sm" c="dimmed">
          {saved !== null && saySaved(saved.file, many(saved.rows, 'riga', 'righe'))}
        </Text>
      </div>
    </Page>
  );
}
