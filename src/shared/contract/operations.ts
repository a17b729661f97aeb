import { z } from 'zod';
import { it } from 'zod/locales';
import {
  day,
  count,
  jobProgress,
  nothing,
  outgoing,
  page,
  pageOf,
  paymentKey,
  provvisorioKey,
  amount,
  shortText,
  text,
} from './schemas/base.ts';
import { backup, backups, backupState, restored } from './schemas/backups.ts';
import { changesAsked, changesOf } from './schemas/changes.ts';
import { program, newProgram, tokenDigest } from './schemas/programs.ts';
import { about, dashboard, dashboardDetails } from './schemas/dashboard.ts';
import { decision, decisionRecord } from './schemas/decisions.ts';
import {
  documentName,
  documentOutcome,
  documentRecord,
  drop,
  opiReport,
  plainDocuments,
  preview,
} from './schemas/documents.ts';
import { doors, doorsChange } from './schemas/doors.ts';
import {
  expectedCounts,
  expectedFilter,
  expectedFlusso,
  flusso,
  flussoCard,
  flussoFilter,
  flussoKey,
  flussoSorts,
} from './schemas/flussi.ts';
import { payment, paymentCard, paymentFilter, paymentSorts } from './schemas/payments.ts';
import {
  positionCard,
  positionFilter,
  positionKey,
  positionSorts,
  position,
  unknownServices,
} from './schemas/positions.ts';
import {
  causaleReading,
  provvisorio,
  provvisorioCard,
  provvisorioCount,
  provvisorioFilter,
  provvisorioSorts,
} from './schemas/provvisori.ts';
import {
  act,
  citizenExtract,
  discarded,
  minimised,
  olderCopy,
  privacyState,
  toDiscard,
  typedCodiceFiscale,
  years,
} from './schemas/privacy.ts';
import { profile, profileProposal } from './schemas/profiles.ts';
import { consumer, exportRequest } from './schemas/exports.ts';
import { declared, quadratura } from './schemas/quadratura.ts';
import {
  regularisation,
  regularisationCard,
  regularisationCount,
  regularisationFilter,
  regularisationSorts,
  regularisationTotals,
} from './schemas/regularisation.ts';
import { codiceProposal, preferences, settings } from './schemas/settings.ts';
import { trailEntry, trailFilter } from './schemas/trail.ts';
import { verifiedUpdate } from './schemas/updates.ts';
import { messageOperations } from './message-operations.ts';
import { operation } from './operation.ts';

// Complaints about what was asked are read by people.
z.config(it());

/** Handles of files that were handed over before. */
const parcels = z.array(z.string().max(100)).max(100_000);
const id = z.int().positive();
const importedAt = z.string().max(40);
const anyway = z.boolean().default(false);

const sortBy = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z
    .strictObject({ by: z.enum(names), descending: z.boolean().default(false) })
    .nullable()
    .default(null);

/** Everything that may be asked of the core. */
export const operations = {
  'about.read': operation({ input: nothing, output: about }),
  /** The licences of everything that is built in, as they were given. */
  'about.notices': operation({ input: nothing, output: outgoing }),
  /** A newer version, handed over with its checksums: looked at, and the ledger copied; nothing is replaced. */
  'updates.verify': operation({
    input: z.strictObject({ parcels: z.array(z.string().max(100)).min(1).max(10) }),
    output: verifiedUpdate,
  }),
  'settings.read': operation({ input: nothing, output: settings }),
  'settings.write': operation({
    input: z.strictObject({ settings }),
    output: settings,
    progress: jobProgress,
  }),
  /** Whose the codici of the documents seem to be that the settings give to nobody. */
  'codici.propose': operation({
    input: nothing,
    output: z.strictObject({ codici: z.array(codiceProposal).readonly() }),
  }),
  'preferences.read': operation({ input: nothing, output: preferences }),
  /** Changes the named ones and leaves the others; null forgets one. */
  'preferences.write': operation({ input: z.strictObject({ preferences }), output: preferences }),

  /** Reads the files and keeps nothing; the parcels stay good for an import. */
  'documents.preview': operation({
    input: z.strictObject({ parcels }),
    output: preview,
    progress: jobProgress,
  }),
  'documents.import': operation({
    input: z.strictObject({ parcels }),
    /** In order; those that need no word come as ranges, to be named by `documents.names`. */
    output: z.strictObject({
      /** Names the drop; null when nothing of it was new. */
      importedAt: text.nullable(),
      documents: z.array(z.union([documentOutcome, plainDocuments])).readonly(),
      report: opiReport.nullable(),
    }),
    progress: jobProgress,
  }),
  /** Forgets files that were handed over and will not be imported. */
  'documents.discard': operation({ input: z.strictObject({ parcels }), output: nothing }),
  'documents.names': operation({
    /** At most a thousand at once. */
    input: z.strictObject({ from: id, to: id }),
    output: z.strictObject({ documents: z.array(documentName).readonly() }),
  }),
  /** The history, newest first. */
  'drops.list': operation({ input: z.strictObject(page), output: pageOf(drop) }),
  'documents.list': operation({
    /** Of one drop, or of all; newest first. */
    input: z.strictObject({ drop: importedAt.nullable().default(null), ...page }),
    output: pageOf(documentRecord),
  }),
  'documents.read': operation({ input: z.strictObject({ id }), output: documentRecord }),
  /** The lines that were left out of a document, as a CSV file to send back to who made it. */
  'documents.refusedRows': operation({ input: z.strictObject({ id }), output: outgoing }),
  /** Refused as long as nobody says `anyway`, when something of the document left the building since. */
  'documents.undo': operation({
    input: z.strictObject({ id, anyway }),
    output: documentRecord,
    progress: jobProgress,
  }),
  /** Undoes every standing document of a drop, all or none. */
  'drops.undo': operation({
    input: z.strictObject({ importedAt, anyway }),
    output: drop,
    progress: jobProgress,
  }),

  /** How the lists of banks and programs are read that no format knows, as a person said it. By name. */
  'profiles.list': operation({
    input: nothing,
    output: z.strictObject({ profiles: z.array(profile).readonly() }),
  }),
  /** What the columns of a list could be. `name`: of the document inside the file, when it holds several. */
  'profiles.propose': operation({
    input: z.strictObject({
      parcel: z.string().max(100),
      name: z.string().max(2_000).nullable().default(null),
    }),
    output: profileProposal,
  }),
  /** Keeps a profile in the place of the one that had its name. Nothing that was imported changes. */
  'profiles.save': operation({ input: z.strictObject({ profile }), output: profile }),
  'profiles.remove': operation({ input: z.strictObject({ name: shortText }), output: profile }),

  'dashboard.read': operation({ input: nothing, output: dashboard }),
  'dashboard.details': operation({ input: nothing, output: dashboardDetails }),

  'payments.list': operation({
    input: z.strictObject({ filter: paymentFilter.prefault({}), sort: sortBy(paymentSorts), ...page }),
    output: pageOf(payment),
  }),
  /** What changed in the list since an earlier answer of the same question. */
  'payments.changes': operation({ input: changesAsked, output: changesOf(payment, paymentKey) }),
  'payments.count': operation({
    input: z.strictObject({ filter: paymentFilter.prefault({}) }),
    output: amount,
  }),
  'payments.read': operation({ input: paymentKey, output: paymentCard }),

  /** What is due, paid or not. */
  'positions.list': operation({
    input: z.strictObject({ filter: positionFilter.prefault({}), sort: sortBy(positionSorts), ...page }),
    output: pageOf(position),
  }),
  'positions.count': operation({
    input: z.strictObject({ filter: positionFilter.prefault({}) }),
    output: amount,
  }),
  'positions.read': operation({ input: positionKey, output: positionCard }),
  /** By what the services could be recognised that nobody has named yet. */
  'services.unknown': operation({ input: nothing, output: unknownServices }),

  'flussi.list': operation({
    input: z.strictObject({ filter: flussoFilter.prefault({}), sort: sortBy(flussoSorts), ...page }),
    output: pageOf(flusso),
  }),
  'flussi.changes': operation({ input: changesAsked, output: changesOf(flusso, flussoKey) }),
  'flussi.count': operation({ input: z.strictObject({ filter: flussoFilter.prefault({}) }), output: amount }),
  'flussi.read': operation({ input: z.strictObject({ iuf: z.string().max(100) }), output: flussoCard }),

  /** The flussi that lists name, the newest first. */
  'expected.list': operation({
    input: z.strictObject({ filter: expectedFilter.prefault({}), ...page }),
    output: pageOf(expectedFlusso),
  }),
  'expected.count': operation({ input: nothing, output: expectedCounts }),

  'provvisori.list': operation({
    input: z.strictObject({
      filter: provvisorioFilter.prefault({}),
      sort: sortBy(provvisorioSorts),
      ...page,
    }),
    output: pageOf(provvisorio),
  }),
  'provvisori.changes': operation({ input: changesAsked, output: changesOf(provvisorio, provvisorioKey) }),
  'provvisori.count': operation({
    input: z.strictObject({ filter: provvisorioFilter.prefault({}) }),
    output: provvisorioCount,
  }),
  'provvisori.read': operation({ input: provvisorioKey, output: provvisorioCard }),
  'causale.read': operation({
    input: z.strictObject({ text: z.string().max(100_000) }),
    output: causaleReading,
  }),

  /** The reversali that money of pagoPA calls for, and how far the ragioneria has come with them. */
  'regularisation.list': operation({
    input: z.strictObject({
      filter: regularisationFilter.prefault({}),
      sort: sortBy(regularisationSorts),
      ...page,
    }),
    output: pageOf(regularisation),
  }),
  'regularisation.count': operation({
    input: z.strictObject({ filter: regularisationFilter.prefault({}) }),
    output: regularisationCount,
  }),
  /** Looks at every row of every flusso: to be asked when somebody wants to see it. */
  'regularisation.totals': operation({
    input: z.strictObject({ filter: regularisationFilter.prefault({}) }),
    output: regularisationTotals,
  }),
  'regularisation.read': operation({ input: provvisorioKey, output: regularisationCard }),

  /** What was due, paid, reported, settled and regularised from one day to another, service by service. */
  'quadratura.read': operation({ input: z.strictObject({ from: day, to: day }), output: quadratura }),
  /** Keeps the total that the program of a service declares; answers as `quadratura.read` does. */
  'quadratura.declare': operation({ input: declared, output: quadratura }),

  'decisions.make': operation({ input: z.strictObject({ decision }), output: decisionRecord }),
  'decisions.undo': operation({ input: z.strictObject({ id }), output: decisionRecord }),
  /** Newest first. */
  'decisions.list': operation({ input: z.strictObject(page), output: pageOf(decisionRecord) }),

  /** Programs that may ask over the local API, those whose token was taken away after the others. */
  'programs.list': operation({
    input: nothing,
    output: z.strictObject({ programs: z.array(program).readonly() }),
  }),
  /** The token is told here, once: what is kept of it is its digest. */
  'programs.create': operation({ input: newProgram, output: z.strictObject({ program, token: text }) }),
  'programs.revoke': operation({ input: z.strictObject({ id }), output: program }),
  /** Whose token it is; null when it is nobody's. */
  'programs.recognise': operation({
    input: z.strictObject({ tokenDigest }),
    output: z.strictObject({ program: program.nullable(), usedToday: z.boolean() }),
  }),
  /** It asked today. */
  'programs.mark': operation({ input: z.strictObject({ id }), output: program }),
  /** Names what the ledger says today: the same name, the same answers. */
  'ledger.revision': operation({ input: nothing, output: z.strictObject({ revision: text }) }),

  /** What other programs may use while the window is open. */
  'doors.read': operation({ input: nothing, output: doors }),
  'doors.write': operation({ input: doorsChange, output: doors }),
  /** Makes a file for another program. With a consumer: what changed for it since its last one that was confirmed. */
  'exports.make': operation({ input: exportRequest, output: outgoing, progress: jobProgress }),
  /** The consumer has the file, or will not: only what it has is left out of its next one. */
  'exports.confirm': operation({
    input: z.strictObject({ parcel: z.string().max(100), written: z.boolean().default(true) }),
    output: nothing,
  }),
  'consumers.list': operation({
    input: nothing,
    output: z.strictObject({ consumers: z.array(consumer).readonly() }),
  }),
  /** The next file of this consumer has everything again. */
  'consumers.forget': operation({ input: z.strictObject({ name: z.string().max(100) }), output: nothing }),

  ...messageOperations,

  /** What was done, by whom and to what: newest first. */
  'trail.list': operation({
    input: z.strictObject({ filter: trailFilter.prefault({}), ...page }),
    output: pageOf(trailEntry),
  }),
  /** The same as a CSV file. */
  'trail.export': operation({
    input: z.strictObject({ filter: trailFilter.prefault({}) }),
    output: outgoing,
  }),

  /** Fills a ledger of invented data, when it has none yet; any other ledger refuses. */
  'demo.fill': operation({ input: nothing, output: about, progress: jobProgress }),
  'backups.state': operation({ input: nothing, output: backupState }),
  /** Also answered when the ledger cannot be opened. `readAgain`: the bytes of each copy are held against what was written. */
  'backups.list': operation({
    input: z.strictObject({ readAgain: z.boolean().default(false) }),
    output: backups,
  }),
  /** A copy among the others, now; where nothing changed since the newest one, that one. */
  'backups.make': operation({ input: nothing, output: backup }),
  /** Puts a copy in the place of the ledger: one of the list, by its file, or one that was handed over. */
  'backups.restore': operation({
    input: z.union([
      z.strictObject({ copy: z.string().max(4_000) }),
      z.strictObject({ parcel: z.string().max(100) }),
    ]),
    output: restored,
  }),
  /** A second folder for the copies, or none. */
  'backups.settings': operation({
    input: z.strictObject({ secondFolder: z.string().trim().min(1).max(1_000).nullable() }),
    output: z.strictObject({ secondFolder: text.nullable() }),
  }),
  /** The older ledger that is here is the right one: it may be written. */
  'backups.accept': operation({ input: nothing, output: nothing }),
  /** All that is kept about one citizen, to be shown to the citizen; with sources. */
  'citizens.read': operation({
    input: z.strictObject({ codiceFiscale: typedCodiceFiscale }),
    output: citizenExtract,
  }),
  /** The same as a workbook. */
  'citizens.extract': operation({
    input: z.strictObject({ codiceFiscale: typedCodiceFiscale }),
    output: outgoing,
  }),
  /** Where the data of people lie, what was taken out of them, and by which acts. */
  'privacy.read': operation({ input: nothing, output: privacyState }),
  /** Shows the folder of the ledger in the system's own file manager. */
  'privacy.openFolder': operation({ input: nothing, output: nothing }),
  /** What would lose its names if all that is older than so many years, and settled, did. */
  'minimise.preview': operation({
    input: z.strictObject({ years }),
    output: minimised,
    progress: jobProgress,
  }),
  /** Only a copy that was made before brings the names back. `dropCopies`: those go too. */
  'minimise.run': operation({
    input: z.strictObject({ years, dropCopies: z.boolean().default(false) }),
    output: z.strictObject({ counts: minimised, dropped: count, copies: z.array(olderCopy).readonly() }),
    progress: jobProgress,
  }),
  'discard.preview': operation({ input: toDiscard, output: discarded, progress: jobProgress }),
  /** Discards documents for good, by an act; the same files are refused from then on. */
  'discard.run': operation({
    input: z.strictObject({ what: toDiscard, ...act, dropCopies: z.boolean().default(false) }),
    output: z.strictObject({ discarded, dropped: count, copies: z.array(olderCopy).readonly() }),
    progress: jobProgress,
  }),
  /** A file for whoever cares for the program: figures, codes and the end of the log, and nothing about anybody. */
  'diagnosis.make': operation({ input: nothing, output: outgoing }),
  'ledger.verify': operation({
    input: nothing,
    output: z.strictObject({
      ok: z.boolean(),
      findings: z.array(z.looseObject({ code: z.string() })).readonly(),
      digest: z.string(),
    }),
    progress: jobProgress,
  }),
};

export type Operations = typeof operations;
export type OperationName = keyof Operations;
