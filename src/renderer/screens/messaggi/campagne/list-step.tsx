import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Template } from '../../../../shared/domain/message/template.ts';
import { useFileTaker } from '../../../state/file-taker.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import { CampaignTexts } from './campaign-texts.tsx';
import { textsOf, type TemplateRow } from './draft.ts';
import { FileSlot } from './file-slot.tsx';
import classes from './list-step.module.css';
import { OptionFields } from './option-fields.tsx';
import { ServiceFields } from './service-fields.tsx';
import type { Preparation, Slot } from './use-preparation.ts';

type Service = Output<'messages.services'>['services'][number];

const isSlot = (place: string | null | undefined): place is Slot =>
  place === 'list' || place === 'properties';

/** Which service writes, with which text, to whom, and how the list is read. */
export function ListStep(props: {
  readonly preparation: Preparation;
  readonly services: readonly Service[];
  readonly templates: readonly TemplateRow[];
  readonly template: Template | null;
  /** A person wants to say what the columns are. */
  readonly onMap: () => void;
  readonly open: PartProps['open'];
}) {
  const { preparation, services, templates, template, onMap, open } = props;
  const { draft, change, hand, drop, handing } = preparation;
  const [over, setOver] = useState<string | null | undefined>();

  useFileTaker({
    hover: setOver,
    take(files, place) {
      const [first, second] = files;
      if (first !== undefined) void hand(first, isSlot(place) ? place : 'list');
      if (second !== undefined && place !== 'properties') void hand(second, 'properties');
    },
  });

  return (
    <Stack gap="md">
      <ServiceFields draft={draft} services={services} templates={templates} onChange={change} open={open} />
      <div className={classes['slots']}>
        <FileSlot
          place="list"
          title="Elenco delle persone"
          about="CSV, XLSX, XLS o ODS: si può anche trascinare qui."
          file={draft.list}
          busy={handing === 'list'}
          over={over === 'list' || over === null}
          onFile={(file) => void hand(file, 'list')}
          onRemove={() => drop('list')}
        />
        <FileSlot
          place="properties"
          title="Elenco degli immobili (facoltativo)"
          about="Si unisce per codice contribuente, avviso o codice fiscale."
          file={draft.properties}
          busy={handing === 'properties'}
          over={over === 'properties'}
          onFile={(file) => void hand(file, 'properties')}
          onRemove={() => drop('properties')}
        />
      </div>
      {draft.list !== null && (
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {draft.profile === null
              ? 'Le colonne si riconoscono dalle intestazioni, o da un profilo già salvato.'
              : `Le colonne si leggono con il profilo «${draft.profile.name}».`}
          </Text>
          <Button size="compact-sm" variant="default" onClick={onMap}>
            Abbina le colonne…
          </Button>
          {draft.profile !== null && (
            <Anchor component="button" type="button" size="sm" onClick={() => change({ profile: null })}>
              Riconoscile da sole
            </Anchor>
          )}
        </Group>
      )}
      <CampaignTexts
        fields={template === null ? [] : textsOf(template)}
        texts={draft.texts}
        onChange={(texts) => change({ texts })}
      />
      <OptionFields draft={draft} onChange={change} />
    </Stack>
  );
}
