import {
  IconAlertTriangle,
  IconCalendarEvent,
  IconChevronRight,
  IconEyeOff,
  IconReceiptEuro,
} from '@tabler/icons-react';
import type { Day } from '../../../shared/domain/day.ts';
import { parseAppMarkdown } from '../../../shared/domain/message/app-markdown.ts';
import { dueBanner } from '../../../shared/domain/message/due-date.ts';
import { readFrontMatter, splitFrontMatter } from '../../../shared/domain/message/front-matter.ts';
import type { Dropped } from '../../../shared/domain/message/markdown/nodes.ts';
import { euro } from '../../../shared/wording/figures.ts';
import { sayDropped } from '../../../shared/wording/messages/app-preview.ts';
import classes from './app-preview.module.css';
import { RenderedMarkdown } from './rendered-markdown.tsx';
import { Iuv } from '../personal.tsx';

interface Payment {
  readonly cents: number;
  readonly noticeNumber: string;
}

/** One message as the citizen will see it on the phone, with what the app leaves out left out. */
export function AppPreview(props: {
  readonly subject: string;
  /** As it is sent, with its front matter. */
  readonly markdown: string;
  readonly dueDay: Day | null;
  readonly payment: Payment | null;
  readonly service: string;
  readonly ente: string;
}) {
  const { subject, markdown, dueDay, payment, service, ente } = props;
  const { ctas, flaws } = readFrontMatter(markdown);
  // Of broken front matter the app shows neither buttons nor text.
  const isBroken = flaws.some(({ code }) => code.startsWith('front-matter-'));
  const { blocks, dropped } = parseAppMarkdown(splitFrontMatter(markdown).body);
  const buttons = [...(payment === null ? [] : ['Paga']), ...ctas.it.map(({ text }) => text)];
  return (
    <section className={classes['preview']} aria-label="Come si vedrà nell’app IO">
      <div className={classes['phone']}>
        <div className={classes['sender']}>
          <span className={classes['logo']} aria-hidden="true">
            {initialsOf(ente)}
          </span>
          <span className={classes['names']}>
            <span className={classes['ente']}>{ente}</span>
            <span>{service}</span>
          </span>
        </div>
        <div className={classes['title']} role="heading" aria-level={3}>
          {subject}
        </div>
        {dueDay !== null && (
          <div className={classes['due']}>
            <IconCalendarEvent size={20} aria-hidden="true" />
            <span>{dueBanner(dueDay)}</span>
            <span className={classes['remind']}>Aggiungi promemoria</span>
          </div>
        )}
        <div className={classes['body']}>
          {isBroken ? (
            <p className={classes['broken']}>
              <IconAlertTriangle size={20} aria-hidden="true" />
              L’app direbbe che questo messaggio non si può mostrare.
            </p>
          ) : (
            <RenderedMarkdown blocks={blocks} />
          )}
        </div>
        {payment !== null && <PaymentCard payment={payment} ente={ente} />}
        {buttons.length > 0 && (
          <ul className={classes['buttons']} aria-label="Bottoni sotto il messaggio">
            {buttons.map((text, index) => (
              <li key={index} className={classes['button']} data-first={index === 0 || undefined}>
                {text}
              </li>
            ))}
          </ul>
        )}
      </div>
      {!isBroken && dropped.length > 0 && <LeftOut dropped={dropped} />}
    </section>
  );
}

/** The app asks pagoPA for what it shows here; these are the data by which it asks. */
function PaymentCard({ payment, ente }: { readonly payment: Payment; readonly ente: string }) {
  return (
    <div className={classes['payment']}>
      <IconReceiptEuro size={24} aria-hidden="true" />
      <span className={classes['names']}>
        <span className={classes['amount']}>{euro(payment.cents)}</span>
        <span>{ente}</span>
        <span>
          Avviso <Iuv text={payment.noticeNumber} />
        </span>
      </span>
      <IconChevronRight size={20} aria-hidden="true" />
    </div>
  );
}

function LeftOut({ dropped }: { readonly dropped: readonly Dropped[] }) {
  return (
    <div className={classes['leftOut']}>
      <span className={classes['tag']}>
        <IconEyeOff size={16} aria-hidden="true" />
        L’app non lo mostra
      </span>
      <ul>
        {dropped.map((one, index) => (
          <li key={index}>{sayDropped(one)}</li>
        ))}
      </ul>
    </div>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const [first = '', ...others] = words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32));
  return first + (others.at(-1) ?? '');
}
