import type { Handlers, Output } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { isDay } from '../../../shared/domain/day.ts';
import { shownText, emailCopy } from '../../../shared/domain/message/app-markdown.ts';
import { plainFiscalCode } from '../../../shared/domain/message/fiscal-code.ts';
import { parseListProfile } from '../../../shared/domain/message/list-profile.ts';
import { noSuchDay } from '../../../shared/wording/complaints.ts';
import type { IoRequest } from '../../../shared/domain/message/request.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { campaignById, countByState, listCampaigns, type Campaign } from '../../ledger/messages/campaigns.ts';
import { readMessageSettings } from '../../ledger/messages/outbox-state.ts';
import { messageOfRow, requestOf } from '../../ledger/messages/rows.ts';
import { composerFor } from '../../worker/message-jobs/composer.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import type { Parcel } from '../../parcels.ts';
import type { Environment } from '../environment.ts';
import type { CampaignFile } from './campaign-files.ts';
import { templateText } from './texts.ts';

type Answered = Exclude<Extract<keyof Handlers, `campaigns.${string}`>, CampaignFile>;

export function campaignHandlers(environment: Environment): Pick<Handlers, Answered> {
  const { writer } = environment;
  const now = () => ({ now: environment.now() });

  async function shown(id: number): Promise<Result<Output<'campaigns.read'>, Problem>> {
    const ledger = await environment.ledger();
    if (!ledger.ok) return ledger;
    const campaign = campaignById(ledger.value, id);
    return campaign === null ? fail(noSuch(id)) : ok(show(ledger.value, campaign));
  }

  return {
    async 'campaigns.prepare'(
      { list, properties, profile, templateText: edited, template, accepted, decisionDay, ...choice },
      { signal },
    ) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const files = filesOf(environment, [list, properties]);
      if (!files.ok) return files;
      const [listFile, propertiesFile] = files.value;
      if (listFile === undefined || listFile === null) return fail({ code: 'no-such-parcel', parcel: list });
      const read = profile === null ? null : parseListProfile(profile);
      if (read?.ok === false) return fail({ code: 'list-profile-refused', problem: read.problem });
      if (decisionDay !== null && !isDay(decisionDay)) return fail(notADay(decisionDay));
      const text = edited ?? templateText(ledger.value, template);
      if (text === null) return fail({ code: 'not-found', what: 'template', name: template });
      return writer.run(
        'prepare-campaign',
        {
          ...choice,
          decisionDay,
          template: { name: template, text },
          list: listFile,
          properties: propertiesFile ?? null,
          profile: read?.value ?? null,
          accepted,
          today: environment.today(),
          author: environment.author,
        },
        { ...now(), signal },
      );
    },
    async 'campaigns.list'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok({ campaigns: listCampaigns(ledger.value).map((campaign) => show(ledger.value, campaign)) });
    },
    'campaigns.read': ({ id }) => shown(id),
    async 'campaigns.findings'({ id }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const campaign = campaignById(ledger.value, id);
      if (campaign === null) return fail(noSuch(id));
      const { rows, refused, warnings } = campaign.findings;
      return ok({ campaign: id, rows, refused, warnings, ready: countAll(ledger.value, id) });
    },
    async 'campaigns.preview'({ id, row, part }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const campaign = campaignById(ledger.value, id);
      if (campaign === null) return fail(noSuch(id));
      const message = messageOfRow(ledger.value, id, row, part);
      if (message === null) return fail({ code: 'not-found', what: 'row', name: String(row) });
      // What is frozen is what the citizen gets, whatever the text says by now.
      const composed = message.body === null ? composerFor(ledger.value, campaign)(message.recipient) : null;
      const request = requestOf(message) ?? (composed?.ok === true ? composed.value.request : null);
      const { subject, markdown, payment_data: payment, due_date: dueDate } = request?.content ?? nothing;
      return ok({
        row,
        fiscalCode: message.fiscalCode,
        name: message.recipient.name,
        subject,
        markdown,
        shown: shownText(markdown),
        emailCopy: emailCopy(markdown),
        dueDate: dueDate ?? null,
        dueDay: dueDate === undefined ? null : message.dueDay,
        payment:
          payment === undefined ? null : { cents: payment.amount, noticeNumber: payment.notice_number },
        problem: composed?.ok === false ? composed.problem : message.reason,
        state: message.state,
      });
    },
    async 'campaigns.queue'({ id, acceptStale }, { signal }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      if (acceptStale) {
        const accepted = await writer.run('accept-stale', { id }, now());
        if (!accepted.ok) return accepted;
      }
      return writer.run('queue-campaign', { id, today: environment.today() }, { ...now(), signal });
    },
    async 'campaigns.trial'({ id, row, part, fiscalCode }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const user = plainFiscalCode(fiscalCode);
      if (!readMessageSettings(ledger.value).testUsers.includes(user))
        return fail({ code: 'not-a-test-user' });
      return writer.run(
        'queue-trial',
        { id, row, part, fiscalCode: user, author: environment.author },
        now(),
      );
    },
    async 'campaigns.pause'({ id, paused }) {
      const changed = await writer.run('pause-campaign', { id, paused }, now());
      return changed.ok ? shown(id) : changed;
    },
    async 'campaigns.withdraw'({ id }) {
      const changed = await writer.run('withdraw-campaign', { id }, now());
      return changed.ok ? shown(id) : changed;
    },
    async 'campaigns.correct'({ id, template, texts }, { signal }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const text = templateText(ledger.value, template);
      if (text === null) return fail({ code: 'not-found', what: 'template', name: template });
      return writer.run(
        'prepare-correction',
        {
          id,
          template: { name: template, text },
          texts,
          today: environment.today(),
          author: environment.author,
        },
        { ...now(), signal },
      );
    },
  };
}

const nothing: Partial<IoRequest['content']> & { readonly subject: string; readonly markdown: string } = {
  subject: '',
  markdown: '',
};

function show(ledger: ReadableLedger, campaign: Campaign): Output<'campaigns.read'> {
  const {
    id,
    name,
    service,
    kind,
    origin,
    template,
    listName,
    findings,
    paused,
    author,
    createdAt,
    queuedAt,
  } = campaign;
  return {
    id,
    name,
    service,
    kind,
    origin,
    template,
    listName,
    rows: findings.rows,
    refused: findings.refused.length,
    byState: countByState(ledger, id),
    paused,
    author,
    createdAt,
    queuedAt,
  };
}

function countAll(ledger: ReadableLedger, id: number): number {
  return Object.values(countByState(ledger, id)).reduce((sum, n) => sum + n, 0);
}

function filesOf(
  { parcels }: Environment,
  handles: readonly (string | null)[],
): Result<readonly (Parcel | null)[], Problem> {
  const files: (Parcel | null)[] = [];
  for (const handle of handles) {
    const file = handle === null ? null : parcels.find(handle);
    if (handle !== null && file === null) return fail({ code: 'no-such-parcel', parcel: handle });
    files.push(file);
  }
  return ok(files);
}

function notADay(day: string): Problem {
  return {
    code: 'invalid-request',
    complaints: [{ path: 'decisionDay', message: noSuchDay(day) }],
  };
}

function noSuch(id: number): Problem {
  return { code: 'not-found', what: 'campaign', name: String(id) };
}
