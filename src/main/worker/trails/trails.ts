import { targetOf, type Decision } from '../../../shared/domain/decision.ts';
import type { TrailDraft } from '../../../shared/domain/trail.ts';
import { hash } from 'node:crypto';
import { canonicalJson } from '../../../shared/domain/trail.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { Jobs } from '../jobs.ts';
import { documentTrails } from './document-trails.ts';
import { messageTrails } from './message-trails.ts';
import { nothing, type Trails } from './trail.ts';

/** What each job leaves in the trail. */
export const trails: Trails<keyof Jobs> = {
  ...documentTrails,
  ...messageTrails,
  // What the window remembers of columns and filters.
  preferences: nothing,
  // They leave the ledger as it was; who asked for a verification tells what it found.
  preview: nothing,
  'propose-profile': nothing,
  verify: nothing,
  'preview-minimise': nothing,
  'preview-discard': nothing,
  // Once a day and program: its row says when it last asked.
  'mark-program': nothing,
  note:
    (_ledger, { drafts }) =>
    () =>
      drafts,
  'save-profile': () => (profile) => [
    { operation: 'profile-saved', subject: profile.name, details: { digest: digestOf(profile) } },
  ],
  'remove-profile': () => (profile) => [{ operation: 'profile-removed', subject: profile.name, details: {} }],
  decide: () => (record) => [decisionTold('decision-made', record)],
  undecide: () => (record) => [decisionTold('decision-taken-back', record)],
  minimise:
    (_ledger, { before }) =>
    (minimised) => [{ operation: 'data-minimised', subject: before, details: { ...minimised } }],
  discard:
    (_ledger, { act, actDay }) =>
    ({ documents, facts }) => [
      {
        operation: 'documents-discarded',
        subject: act,
        details: { actDay, discarded: documents.map(({ id }) => id), facts },
      },
    ],
  declare:
    (_ledger, { total }) =>
    () => [{ operation: 'total-declared', subject: total.service, details: { digest: digestOf(total) } }],
  settings(ledger) {
    const before = new Map<string, unknown>(Object.entries(readSettings(ledger)));
    return (settings) => [
      {
        operation: 'settings-written',
        subject: settings.ente?.codiceFiscale ?? '',
        details: {
          changed: Object.entries(settings)
            .filter(([name, value]) => digestOf(before.get(name)) !== digestOf(value))
            .map(([name]) => name),
          digest: digestOf(settings),
        },
      },
    ];
  },
  'create-program': () => (program) => [
    { operation: 'program-created', subject: program.name, details: { clear: program.clear } },
  ],
  'revoke-program': () => (program) => [{ operation: 'program-revoked', subject: program.name, details: {} }],
  'keep-given':
    (_ledger, { cursor, rows }) =>
    () => [
      {
        operation: 'export-received',
        subject: cursor.consumer,
        details: { export: cursor.export, filter: cursor.filter, rows },
      },
    ],
  'forget-consumer':
    (_ledger, { name }) =>
    () => [{ operation: 'consumer-forgotten', subject: name, details: {} }],
};

/** The words of a note may tell of people; what was decided names papers and money. */
function decisionTold(
  operation: 'decision-made' | 'decision-taken-back',
  { id, decision }: { readonly id: number; readonly decision: Decision },
): TrailDraft {
  return {
    operation,
    subject: subjectOf(decision),
    details: { decision: id, kind: decision.kind, digest: digestOf(decision) },
  };
}

function subjectOf(decision: Decision): string {
  const target = targetOf(decision);
  switch (target.type) {
    case 'payment':
      return `${target.iuv} ${target.iur}`;
    case 'flusso':
      return target.iuf;
    case 'provvisorio':
      return `${target.numero}/${target.esercizio} ${target.conto}`;
  }
}

function digestOf(value: unknown): string {
  return hash('sha256', canonicalJson({ value }));
}
