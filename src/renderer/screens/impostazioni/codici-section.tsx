import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Codice, Settings } from '../../../shared/domain/settings.ts';
import { nameCodiceForm, sayCodice } from '../../../shared/wording/codici.ts';
import { useSettings } from '../../state/settings.tsx';
import { checkOwnCodice } from './codici.ts';
import { CodiciField } from './codici-field.tsx';
import classes from './impostazioni.module.css';
import { ProposedCodici } from './proposed-codici.tsx';
import { SavedSection } from './section.tsx';

/** The codici of the IUVs that we issue. */
export function CodiciSection({ settings }: { readonly settings: Settings }) {
  const { change } = useSettings();
  const [complaint, setComplaint] = useState<string | null>(null);
  return (
    <SavedSection
      part="codiciPropri"
      name="codici"
      title="I nostri codici"
      complaint={complaint === null ? null : 'Correggere il codice'}
      about={
        <>
          Le cifre dello IUV dicono di chi è il pagamento. Un codice si scrive in tre modi:
          <ul className={classes['forms']}>
            <li>
              <span className="code">01</span>: codice di segregazione, due cifre
            </li>
            <li>
              <span className="code">app:01</span>: codice applicativo dei vecchi IUV di 15 cifre
            </li>
            <li>
              <span className="code">RF39</span>, <span className="code">0147</span>: l’inizio dello IUV,
              com’è scritto
            </li>
          </ul>
          Si trova nel contratto con il Partner Tecnologico, o su un avviso: dopo il 3 iniziale.
        </>
      }
    >
      <CodiciField
        label="Codici degli IUV che emettiamo"
        description="Invio aggiunge, il tasto per cancellare toglie l’ultimo."
        codici={settings.codiciPropri}
        check={(written) => checkOwnCodice(written, settings)}
        onChange={(codici) => change('codiciPropri', codici)}
        onComplaint={setComplaint}
      />
      <CoveredIuv codici={settings.codiciPropri} />
      <ProposedCodici settings={settings} />
    </SavedSection>
  );
}

/** What each codice covers, in words. */
export function CoveredIuv({ codici }: { readonly codici: readonly Codice[] }) {
  if (codici.length === 0) return null;
  return (
    <dl className={classes['covered']}>
      {codici.map((codice) => (
        <div key={codice}>
          <dt>
            <span className="code">{codice}</span>
            <Text span size="xs" c="dimmed">
              {nameCodiceForm(codice)}
            </Text>
          </dt>
          <dd>{sayCodice(codice)}</dd>
        </div>
      ))}
    </dl>
  );
}
