import { Switch, Text, Textarea } from '@mantine/core';
import { flawOfFiscalCode, plainFiscalCode } from '../../../../shared/domain/message/fiscal-code.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Subject } from '../../../components/subject.tsx';
import { TextsField } from '../../../components/texts-field.tsx';
import { TypedField } from '../../../components/typed-field.tsx';
import { useDraft } from '../../../state/use-draft.ts';
import { textOrNull } from './service-part.ts';
import classes from './servizi.module.css';
import { typedClock, typedNumber } from './typed.ts';
import type { MessageSettings, MessageSettingsDesk } from './use-message-settings.ts';

type Change = (part: Partial<MessageSettings>) => void;

/** When and how fast messages leave, and to whom while one only tries. */
export function SettingsSection({ desk }: { readonly desk: MessageSettingsDesk }) {
  const { settings } = desk;
  const change: Change = (part) => void desk.change((before) => ({ ...before, ...part }));
  const aside = (
    <Text size="sm" c="dimmed" role="status">
      {savingWords[desk.saving]}
    </Text>
  );
  return (
    <Subject
      name="invio"
      title="Prova e invio"
      about="Si salva da sé. In modalità di prova non parte niente per i cittadini: solo le prove, e solo verso i colleghi indicati. L’orario vale per l’ora italiana."
      aside={aside}
    >
      <ProblemNotice problem={desk.problem} />
      {settings !== null && (
        <>
          <Switch
            label="Modalità di prova"
            checked={settings.testMode}
            onChange={(event) => change({ testMode: event.currentTarget.checked })}
          />
          <TestUsers users={settings.testUsers} change={change} />
          <Hours settings={settings} change={change} />
          <Limits settings={settings} change={change} />
          <Contacts contacts={settings.contacts} change={change} />
        </>
      )}
    </Subject>
  );
}

const savingWords: Readonly<Record<MessageSettingsDesk['saving'], string>> = {
  idle: '',
  saving: 'Salvataggio…',
  saved: 'Salvato',
  refused: 'Non salvato',
};

function TestUsers({ users, change }: { readonly users: readonly string[]; readonly change: Change }) {
  const [draft, setDraft] = useDraft(users);
  const wrong = draft.filter((text) => flawOfFiscalCode(plainFiscalCode(text)) !== null);
  return (
    <>
      <TextsField
        label="Utenti di prova"
        description="Codici fiscali dei colleghi che hanno detto di sì, separati da una virgola."
        placeholder="RSSMRA80A01H501U"
        texts={draft}
        onChange={(texts) => {
          const plain = [...new Set(texts.map(plainFiscalCode))];
          setDraft(plain);
          if (plain.every((text) => flawOfFiscalCode(text) === null)) change({ testUsers: plain });
        }}
      />
      {wrong.length > 0 && (
        <Text size="sm" className={classes['trouble'] ?? ''} role="alert">
          {`Non è di una persona: ${wrong.join(', ')}. Finché resta, l’elenco non si salva.`}
        </Text>
      )}
    </>
  );
}

function Hours({ settings, change }: { readonly settings: MessageSettings; readonly change: Change }) {
  return (
    <>
      <div className={classes['fields']}>
        <TypedField
          label="Si invia dalle"
          placeholder="08:30"
          shown={settings.from}
          read={typedClock}
          wrong="Ora non valida"
          onChange={(from) => from !== null && change({ from })}
        />
        <TypedField
          label="Alle"
          placeholder="19:30"
          shown={settings.to}
          read={typedClock}
          wrong="Ora non valida"
          onChange={(to) => to !== null && change({ to })}
        />
        <TypedField
          label="Messaggi al secondo"
          placeholder="2"
          shown={settings.pace.toLocaleString('it-IT')}
          read={typedNumber(0.1, 15, false)}
          wrong="Da 0,1 a 15"
          onChange={(pace) => pace !== null && change({ pace })}
        />
      </div>
      <Switch
        label="Solo nei giorni di lavoro"
        checked={settings.workingDaysOnly}
        onChange={(event) => change({ workingDaysOnly: event.currentTarget.checked })}
      />
    </>
  );
}

function Limits({ settings, change }: { readonly settings: MessageSettings; readonly change: Change }) {
  return (
    <div className={classes['fields']}>
      <TypedField
        label="Giorni di lavoro dall’ultimo flusso"
        placeholder="2"
        shown={String(settings.evidenceDays)}
        read={typedNumber(0, 30, true)}
        wrong="Da 0 a 30"
        onChange={(evidenceDays) => evidenceDays !== null && change({ evidenceDays })}
      />
      <TypedField
        label="Giorni di validità di una conferma"
        placeholder="7"
        shown={String(settings.confirmationDays)}
        read={typedNumber(1, 90, true)}
        wrong="Da 1 a 90"
        onChange={(confirmationDays) => confirmationDays !== null && change({ confirmationDays })}
      />
      <Text size="sm" c="dimmed" className={classes['wide'] ?? ''}>
        Con pagamenti noti da più giorni di così i solleciti non partono; una coda ferma da più giorni di così
        va guardata di nuovo.
      </Text>
    </div>
  );
}

function Contacts({ contacts, change }: { readonly contacts: string | null; readonly change: Change }) {
  const [draft, setDraft] = useDraft(contacts ?? '');
  return (
    <Textarea
      label="Contatti per tutti i messaggi"
      description="A chi scrive o telefona il cittadino, come si legge in fondo ai messaggi."
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      autosize
      minRows={2}
      maxLength={500}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (textOrNull(draft) !== contacts) change({ contacts: textOrNull(draft) });
      }}
    />
  );
}
