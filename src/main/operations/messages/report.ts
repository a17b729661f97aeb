import type { Day } from '../../../shared/domain/day.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { MessageSettings } from '../../../shared/domain/message/message-settings.ts';
import { parseTemplate } from '../../../shared/domain/message/template.ts';
import { sayPreparationWarning } from '../../../shared/wording/messages/preparation.ts';
import { paperSheet } from '../../exports/messaggi/carta.ts';
import { messageList, type ReportedMessage } from '../../exports/messaggi/messaggi.ts';
import { inClear, masked } from '../../exports/messaggi/people.ts';
import { refusedOf, refusedSheet } from '../../exports/messaggi/rifiutate.ts';
import { campaignSummary } from '../../exports/messaggi/riepilogo.ts';
import { listSheet, mostListed, type Listed } from '../../exports/tesoriere/list-sheet.ts';
import type { Workbook } from '../../exports/workbook/model.ts';
import { tallyByState, type Campaign } from '../../ledger/messages/campaigns.ts';
import { readMessageSettings } from '../../ledger/messages/outbox-state.ts';
import { listMessages } from '../../ledger/messages/rows.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { readSettings } from '../../ledger/settings.ts';
import { TooManyRows } from '../exports/maker.ts';
import { peopleOnPaper } from './paper.ts';

export interface ReportRequest {
  readonly campaign: Campaign;
  readonly clear: boolean;
  readonly today: Day;
  readonly now: string;
  /** Called after each page of messages, with how many that were so far, and of how many. */
  readonly breathe: (done: number, total: number) => Promise<void>;
}

/** The workbook of a campaign: how it was prepared, what became of each message, who is left. */
export function campaignWorkbook(
  ledger: ReadableLedger,
  { campaign, clear, today, now, breathe }: ReportRequest,
): { readonly workbook: Workbook; readonly rows: number } {
  const { id, findings } = campaign;
  const settings = readSettings(ledger);
  const people = clear ? inClear : masked;
  const byState = tallyByState(ledger, id);
  const messages = messageList(people);
  const count = byState.reduce((sum, one) => sum + one.count, 0);
  if (count > mostListed) throw new TooManyRows(messages.name, count);
  const promised = {
    rows: count,
    count,
    sums: { Importo: byState.reduce((sum, { cents }) => sum + cents, 0) },
  };
  const refused = refusedOf(findings.refused, findings.warnings);
  const onPaper = peopleOnPaper(ledger, id, today);
  const ente = settings.ente?.denominazione ?? null;
  const summary = campaignSummary(
    {
      ...campaign,
      ente,
      service: serviceName(settings, readMessageSettings(ledger), campaign.service),
      template: titleOf(campaign),
      today,
      now,
      clear,
      rows: findings.rows,
      byState,
      refused: refused.length,
      onPaper: onPaper.length,
      warnings: findings.warnings.map(sayPreparationWarning).map((text) => people.sentence(text)),
    },
    { list: messages, rows: count },
  );
  return {
    rows: count + refused.length + onPaper.length,
    workbook: {
      title: `Messaggi IO, ${campaign.name}`,
      ente: ente ?? '',
      created: now,
      sheets: [
        summary,
        listSheet(messages, promised, messagePages(ledger, id, count, breathe)),
        refusedSheet(people, refused),
        paperSheet(people, onPaper),
      ],
    },
  };
}

async function* messagePages(
  ledger: ReadableLedger,
  campaign: number,
  total: number,
  breathe: ReportRequest['breathe'],
): AsyncGenerator<readonly Listed<ReportedMessage>[]> {
  let done = 0;
  for (let after = 0; ;) {
    const page = listMessages(
      ledger,
      { campaign, states: [], search: null },
      { after, backward: false, limit: pageSize },
    );
    yield page.map((message) => ({ item: { ...message, name: message.recipient.name } }));
    done += page.length;
    await breathe(done, total);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}

const pageSize = 1_000;

function serviceName({ servizi }: Settings, { services }: MessageSettings, id: string): string {
  const name = services.find((one) => one.id === id)?.name ?? servizi.find((one) => one.id === id)?.nome;
  return name === undefined || name === null ? id : `${name} (${id})`;
}

/** Its text was good when the campaign was prepared. */
function titleOf({ template, templateText }: Campaign): string {
  const read = parseTemplate(template, templateText);
  return read.ok ? read.value.title : template;
}
