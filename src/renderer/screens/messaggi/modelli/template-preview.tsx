import { List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { compose, type ComposedMessage } from '../../../../shared/domain/message/compose.ts';
import type { TextField } from '../../../../shared/domain/message/merge-field.ts';
import type { ComposeComplaint } from '../../../../shared/domain/message/template-complaint.ts';
import type { Template } from '../../../../shared/domain/message/template.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import { sayComposeComplaint } from '../../../../shared/wording/messages/template.ts';
import { AppPreview } from '../../../components/app-preview/app-preview.tsx';
import { inventedRow, inventedValues, withTexts } from './invented-row.ts';
import type { Office } from './use-office.ts';

export type Filled = Result<ComposedMessage, readonly ComposeComplaint[]>;

/** A text filled for somebody who does not exist. */
export function fillInvented(
  template: Template,
  office: Office,
  texts: Readonly<Partial<Record<TextField, string>>> = {},
): Filled {
  const year = new Date().getFullYear();
  return compose(template, withTexts(inventedValues(office), texts), inventedRow(template, year));
}

/** In UTF-16 units, as the service counts; null where the text cannot be filled. */
export function lengthsOf(filled: Filled | null) {
  if (filled === null || !filled.ok) return null;
  return { subject: filled.value.subject.length, body: filled.value.markdown.length };
}

/** How a text looks on the phone while it is written; while its form is wrong, how it looked before. */
export function TemplatePreview(props: { readonly filled: Filled | null; readonly office: Office }) {
  const { office } = props;
  const [last, setLast] = useState(props.filled);
  if (props.filled !== null && props.filled !== last) setLast(props.filled);
  const filled = props.filled ?? last;
  if (filled === null)
    return (
      <Text size="sm" c="dimmed">
        Quando la forma del modello è giusta, qui si vede il messaggio.
      </Text>
    );
  if (!filled.ok)
    return (
      <Stack gap="xs">
        <Text size="sm">Con la riga inventata non viene un messaggio:</Text>
        <List size="sm">
          {filled.problem.map((complaint, index) => (
            <List.Item key={index}>{sayComposeComplaint(complaint)}</List.Item>
          ))}
        </List>
      </Stack>
    );
  const { subject, markdown, dueDay, request } = filled.value;
  const payment = request.content.payment_data;
  return (
    <AppPreview
      subject={subject}
      markdown={markdown}
      dueDay={dueDay}
      payment={payment === undefined ? null : { cents: payment.amount, noticeNumber: payment.notice_number }}
      service={office.servizio}
      ente={office.ente}
    />
  );
}
