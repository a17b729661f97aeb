import { campaignById } from '../../ledger/messages/campaigns.ts';
import { messageOfAttempt, messagePlace, type MessagePlace } from '../../ledger/messages/places.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import type { TrailDraft, TrailOperation } from '../../../shared/domain/trail.ts';
import type { MessageJobs } from '../message-jobs/message-jobs.ts';
import { nothing, type Trails } from './trail.ts';

const aboutCampaign =
  (operation: TrailOperation) =>
  (ledger: ReadableLedger, { id }: { readonly id: number }) =>
  (value: unknown): TrailDraft[] => [
    {
      operation,
      subject: campaignById(ledger, id)?.name ?? String(id),
      details: { campaign: id, ...countsOf(value) },
    },
  ];

/** A message bears its citizen in its key: here it goes by its campaign, its row and its avviso. */
export const messageTrails: Trails<keyof MessageJobs> = {
  'propose-list': nothing,
  'plan-rules': nothing,
  // What leaves is told when it is known what became of it; what was on its way when the program ended, by the recovery.
  'pick-message': nothing,
  'begin-sending': nothing,
  'settle-unsent': nothing,
  'prepare-campaign': (ledger) => (value) => [prepared(ledger, value)],
  'prepare-correction': (ledger) => (value) => [prepared(ledger, value)],
  'queue-campaign': aboutCampaign('campaign-queued'),
  'withdraw-campaign': aboutCampaign('campaign-withdrawn'),
  'accept-stale': aboutCampaign('stale-accepted'),
  'pause-campaign': (ledger, input) =>
    aboutCampaign(input.paused ? 'campaign-paused' : 'campaign-resumed')(ledger, input),
  'queue-trial': (ledger, { id, row }) =>
    aboutCampaign('trial-queued')(ledger, { id, row } as { readonly id: number }),
  'recover-outbox':
    (_ledger, { recovery }) =>
    () => {
      const { settled, foreign, restored } = recovery;
      if (settled.length === 0 && foreign.length === 0 && !restored) return [];
      const count = (outcome: string): number => settled.filter((one) => one.outcome === outcome).length;
      const told = { accepted: count('accepted'), uncertain: count('uncertain'), none: count('none') };
      return [
        {
          operation: 'outbox-recovered',
          subject: '',
          details: { ...told, foreign: foreign.length, restored },
        },
      ];
    },
  'end-sending':
    (ledger, { seq, outcome, settled }) =>
    () => {
      // Put off, or its service held: nothing of it is anywhere yet.
      if (settled.type !== 'accepted' && settled.type !== 'state') return [];
      const state = settled.type === 'accepted' ? 'accepted' : settled.state;
      return [sentTold('message-sent', messageOfAttempt(ledger, seq), { attempt: seq, outcome, state })];
    },
  'keep-followed':
    (ledger, { id, state }) =>
    () =>
      state === null ? [] : [sentTold('message-followed', messagePlace(ledger, id), { state })],
  'settle-uncertain':
    (ledger, { how }) =>
    ({ id }) => [sentTold('message-settled', messagePlace(ledger, id), { how })],
  'confirm-outbox': () => () => [{ operation: 'outbox-confirmed', subject: '', details: {} }],
  'message-settings': () => (settings) => [
    {
      operation: 'message-settings-written',
      subject: '',
      details: { services: settings.services.map(({ id }) => id) },
    },
  ],
  'save-template': named('template-saved'),
  'remove-template': named('template-removed'),
  'save-list-profile': named('list-profile-saved'),
  'remove-list-profile': named('list-profile-removed'),
  'keep-paid-list':
    (_ledger, { file, digest, service }) =>
    ({ id }) => [
      { operation: 'paid-list-kept', subject: file.name, details: { list: id, sha256: digest, service } },
    ],
  'remove-paid-list':
    (_ledger, { id }) =>
    () => [{ operation: 'paid-list-removed', subject: String(id), details: {} }],
  'write-rules':
    (_ledger, { rules }) =>
    () => [
      {
        operation: 'rules-written',
        subject: '',
        details: { services: rules.services.map(({ service }) => service) },
      },
    ],
  'check-rules':
    (ledger) =>
    ({ rules }) =>
      rules.flatMap(({ campaign, rule, ready, queued }) =>
        campaign === null
          ? []
          : [
              {
                operation: 'campaign-prepared' as const,
                subject: campaignById(ledger, campaign)?.name ?? String(campaign),
                details: { campaign, rule, ready, queued },
              },
            ],
      ),
  'keep-cards':
    (_ledger, { file }) =>
    ({ rows, cards }) => [{ operation: 'cards-kept', subject: file.name, details: { rows, cards } }],
};

function prepared(ledger: ReadableLedger, value: { readonly campaign: number }): TrailDraft {
  const campaign = campaignById(ledger, value.campaign);
  return {
    operation: 'campaign-prepared',
    subject: campaign?.name ?? String(value.campaign),
    details: { list: campaign?.listName ?? null, service: campaign?.service ?? null, ...countsOf(value) },
  };
}

/** The numbers of an answer, and how long its lists are: whoever is in them stays out of the trail. */
function countsOf(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, told]: [string, unknown]) =>
      typeof told === 'number' ? [[name, told]] : Array.isArray(told) ? [[name, told.length]] : [],
    ),
  );
}

function sentTold(
  operation: TrailOperation,
  place: MessagePlace | null,
  told: Readonly<Record<string, string | number>>,
): TrailDraft {
  const { campaign = null, row = null, notice = null, message = null } = place ?? {};
  return { operation, subject: notice ?? String(message), details: { campaign, row, message, ...told } };
}

function named(operation: TrailOperation) {
  return (_ledger: ReadableLedger, { name }: { readonly name: string }) =>
    (): TrailDraft[] => [{ operation, subject: name, details: {} }];
}
