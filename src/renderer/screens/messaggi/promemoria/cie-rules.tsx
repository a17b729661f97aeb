import { Alert, Button, Checkbox, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import { cieMoments } from '../../../../shared/domain/message/cie.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { many } from '../../../../shared/wording/figures.ts';
import {
  cieAcknowledgement,
  cieMomentLabels,
  cieTextLabels,
  cieWarnings,
  overSeventyLabels,
  sayCardsRead,
} from '../../../../shared/wording/messages/rules.ts';
import { Sheet } from '../../../components/page.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useApi } from '../../../state/api.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import { useTask } from '../../../state/use-task.ts';
import classes from './promemoria.module.css';
import { RuleRow } from './rule-row.tsx';
import { choiceOf, chosen, templatesFor } from './rules-draft.ts';
import type { Rules } from './use-rules.ts';

type Cie = Rules['cie'];

/** What this office alone can add to what the national registry writes. */
const ownTexts = ['prenotazione', 'cosaPortare', 'avvertenze'] as const;

/** Identity cards that expire: off until somebody has read why. */
export function CieRulesSheet(props: {
  readonly cie: Cie;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly templates: Output<'templates.list'>['templates'];
  readonly onChange: (cie: Cie) => void;
}) {
  const { cie, services, templates, onChange } = props;
  const senders = services.some(({ id }) => id === cie.service)
    ? services
    : [{ id: cie.service, name: cie.service }, ...services];
  return (
    <Sheet title="Carta d’identità">
      <Stack gap="md">
        <Alert
          color="yellow"
          variant="light"
          icon={<IconAlertTriangle size={20} aria-hidden="true" />}
          title="Da leggere prima di accendere"
        >
          <Stack gap="xs">
            {cieWarnings.map((text) => (
              <Text size="sm" key={text}>
                {text}
              </Text>
            ))}
          </Stack>
        </Alert>
        <Checkbox
          label={cieAcknowledgement}
          checked={cie.acknowledgedAnpr}
          onChange={(event) => {
            const acknowledgedAnpr = event.currentTarget.checked;
            onChange({ ...cie, acknowledgedAnpr, on: cie.on && acknowledgedAnpr });
          }}
        />
        {cie.acknowledgedAnpr && (
          <>
            <RuleRow
              rule="cie"
              of="carta d’identità"
              choice={choiceOf(cie)}
              template={cie.templates.expiring}
              templates={templatesFor('cie', templates, cie.templates.expiring)}
              onChoice={(choice) => onChange({ ...cie, ...chosen(choice, cie.mode) })}
              onTemplate={(expiring) => onChange({ ...cie, templates: { ...cie.templates, expiring } })}
            >
              <NativeSelect
                label="Quando"
                data={cieMoments.map((value) => ({ value, label: cieMomentLabels[value] }))}
                value={cie.when}
                onChange={(event) => {
                  const when = cieMoments.find((one) => one === event.currentTarget.value);
                  if (when !== undefined) onChange({ ...cie, when });
                }}
              />
              <NativeSelect
                label="A chi ha 70 anni o più"
                data={(['leave', 'write'] as const).map((value) => ({
                  value,
                  label: overSeventyLabels[value],
                }))}
                value={cie.overSeventy}
                onChange={(event) =>
                  onChange({
                    ...cie,
                    overSeventy: event.currentTarget.value === 'write' ? 'write' : 'leave',
                  })
                }
              />
              <NativeSelect
                label="Servizio di IO con cui si scrive"
                data={senders.map(({ id, name }) => ({ value: id, label: name }))}
                value={cie.service}
                onChange={(event) => onChange({ ...cie, service: event.currentTarget.value })}
              />
            </RuleRow>
            {ownTexts.map((field) => (
              <OwnText
                key={field}
                label={cieTextLabels[field]}
                text={cie.texts[field] ?? ''}
                onText={(text) => onChange({ ...cie, texts: { ...cie.texts, [field]: text } })}
              />
            ))}
            <Cards />
          </>
        )}
      </Stack>
    </Sheet>
  );
}

function OwnText(props: {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { label, text, onText } = props;
  const [draft, setDraft] = useState(text);
  return (
    <Textarea
      label={label}
      autosize
      maxLength={9_000}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== text) onText(draft);
      }}
    />
  );
}

/** The lists that are looked at each day, and a new one. */
function Cards() {
  const { link } = useApi();
  const kept = useQuestion('cie.read', {});
  const read = useTask('cie.import');
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function bring(file: File): Promise<void> {
    setSaid(null);
    setProblem(null);
    const uploaded = await link.upload(file);
    if (!uploaded.ok) {
      setProblem(uploaded.problem);
      return;
    }
    const told = await read.run({ parcel: uploaded.value });
    if (told.ok) setSaid(sayCardsRead(told.value));
  }
  const { value } = kept;
  return (
    <Stack gap="xs">
      <Text size="sm">
        {value === null || value.cards === 0
          ? 'Nessun elenco importato: servono il codice fiscale e la scadenza di ogni carta.'
          : `${many(value.cards, 'carta', 'carte')}, ${value.paper} di carta, da ${value.lists.map(({ name }) => `«${name}»`).join(', ')}.`}
      </Text>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.xlsx,.xls,.ods"
        aria-label="Elenco delle carte d’identità"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void bring(file);
          // The same file can be chosen again, after it was mended.
          event.currentTarget.value = '';
        }}
      />
      <Button
        variant="default"
        size="sm"
        className={classes['start'] ?? ''}
        loading={read.running}
        leftSection={<IconFileSpreadsheet size={16} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        Importa un elenco…
      </Button>
      <div role="status">{said !== null && <Text size="sm">{said}</Text>}</div>
      <ProblemNotice problem={problem ?? read.problem ?? kept.problem} />
    </Stack>
  );
}
