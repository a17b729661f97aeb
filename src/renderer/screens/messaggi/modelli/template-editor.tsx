import { Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useRef } from 'react';
import { limits } from '../../../../shared/domain/message/check-request.ts';
import type { TemplateComplaint } from '../../../../shared/domain/message/template-complaint.ts';
import { many, sayCount } from '../../../../shared/wording/figures.ts';
import { sayTemplateComplaint } from '../../../../shared/wording/messages/template.ts';
import { lineSpan, type CheckedText } from './check-text.ts';
import classes from './modelli.module.css';

/** Where a text is written: what is wrong with it is told as it is typed, each with the line that it leads to. */
export function TemplateEditor(props: {
  readonly label: string;
  readonly text: string;
  readonly checked: CheckedText;
  /** In UTF-16 units, once its fields are filled; null while it cannot be. */
  readonly lengths: { readonly subject: number; readonly body: number } | null;
  readonly onChange: (text: string) => void;
}) {
  const { label, text, checked, lengths, onChange } = props;
  const field = useRef<HTMLTextAreaElement>(null);

  function goToLine({ line }: TemplateComplaint): void {
    const area = field.current;
    if (area === null) return;
    const { from, to } = lineSpan(area.value, line);
    area.focus();
    area.setSelectionRange(from, to);
    // The browser brings the selection into view only when the field gets the focus.
    area.blur();
    area.focus();
    area.scrollIntoView({ block: 'center' });
  }

  return (
    <div className={classes['editor']}>
      <Textarea
        ref={field}
        label={label}
        value={text}
        rows={22}
        spellCheck
        lang="it"
        maxLength={40_000}
        classNames={{ input: classes['source'] ?? '' }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed" className="figures">
        {lengths === null
          ? 'Le lunghezze si contano quando il modello si lascia riempire.'
          : `Riempito: oggetto ${sayOf(lengths.subject, limits.subject.max)}, testo ${sayOf(lengths.body, limits.body.max)} caratteri.`}
      </Text>
      <Complaints complaints={checked.complaints} onGo={goToLine} />
    </div>
  );
}

function Complaints(props: {
  readonly complaints: readonly TemplateComplaint[];
  readonly onGo: (complaint: TemplateComplaint) => void;
}) {
  const { complaints, onGo } = props;
  return (
    <section aria-label="Difetti del testo">
      <div className={classes['verdict']} role="status">
        {complaints.length === 0 && (
          <IconCircleCheck size={18} className={classes['good']} aria-hidden="true" />
        )}
        <Text size="sm" fw={600}>
          {sayComplaints(complaints)}
        </Text>
      </div>
      <ul className={classes['complaints']}>
        {complaints.map((complaint, index) => (
          <li key={index}>
            <button type="button" onClick={() => onGo(complaint)} data-severity={complaint.severity}>
              {complaint.severity === 'refuses' ? (
                <IconCircleX size={17} aria-label="Difetto" />
              ) : (
                <IconAlertTriangle size={17} aria-label="Da pesare" />
              )}
              <span>{sayTemplateComplaint(complaint)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Short: what is heard at each key must not be a speech. */
function sayComplaints(complaints: readonly Pick<TemplateComplaint, 'severity'>[]): string {
  const faults = complaints.filter(({ severity }) => severity === 'refuses').length;
  const hints = complaints.length - faults;
  if (complaints.length === 0) return 'Nessun difetto';
  return [
    ...(faults > 0 ? [`${many(faults, 'difetto', 'difetti')}: così non si può inviare`] : []),
    ...(hints > 0 ? [many(hints, 'cosa da pesare', 'cose da pesare')] : []),
  ].join(' · ');
}

const sayOf = (length: number, max: number): string => `${sayCount(length)} su ${sayCount(max)}`;
