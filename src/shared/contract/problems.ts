import type {
  BackupProblem,
  LedgerDamage,
  LedgerOnShare,
  OlderLedger,
  ReadOnlyLedger,
  RestoreProblem,
} from '../domain/backup.ts';
import type { WhatLeft } from '../domain/what-left.ts';
import type { DocumentProblem } from '../domain/document.ts';
import type { ListProblem } from '../domain/message/list-problem.ts';
import type { ListProfileProblem } from '../domain/message/list-profile.ts';
import type { RulesFlaw } from '../domain/message/message-rules.ts';
import type { Switchable } from '../domain/policies.ts';
import type { ReleaseProblem } from '../domain/release.ts';
import type { StaleEvidence } from '../domain/message/run-block.ts';
import type { KeyShapeProblem, KeysProblem, NoKey } from '../domain/message/service-key.ts';
import type { PlanProblem } from '../domain/message/tari-plan.ts';
import type { TemplateComplaint } from '../domain/message/template-complaint.ts';

/** Foreseen bad news about a whole operation. Its Italian sentence is in `wording/problems.ts`. */
export type Problem =
  | { readonly code: 'invalid-request'; readonly complaints: readonly { path: string; message: string }[] }
  | { readonly code: 'unknown-operation'; readonly name: string }
  | { readonly code: 'cancelled' }
  | { readonly code: 'defect'; readonly incident: string }
  | { readonly code: 'no-such-parcel'; readonly parcel: string }
  | { readonly code: 'no-such-document'; readonly id: number }
  | { readonly code: 'already-undone'; readonly id: number }
  /** Something of it left the building: it is taken back only by whoever has seen that. */
  | { readonly code: 'already-left'; readonly left: WhatLeft }
  | { readonly code: 'ente-in-use'; readonly codiceFiscale: string }
  /** Another program writes; `holder` says which, when it left its name. */
  | { readonly code: 'ledger-busy'; readonly holder?: LedgerHolder | undefined }
  | { readonly code: 'ledger-unreadable'; readonly detail: string }
  | { readonly code: 'ledger-from-the-future'; readonly version: number; readonly known: number }
  | { readonly code: 'not-a-ledger' }
  /** Of the ledger that was written last in this folder something is missing, or is damaged; nothing was touched. */
  | { readonly code: 'ledger-damaged'; readonly what: LedgerDamage }
  | OlderLedger
  | ReadOnlyLedger
  | LedgerOnShare
  /** The schema stays as it was: there is no room, or no sound copy of how things were. */
  | { readonly code: 'migration-without-backup'; readonly why: BackupProblem }
  | BackupProblem
  | RestoreProblem
  | { readonly code: 'worker-lost'; readonly detail: string }
  | { readonly code: 'not-found'; readonly what: Findable; readonly name: string }
  | { readonly code: 'decision-impossible'; readonly why: WhyImpossible }
  | { readonly code: 'not-a-demo' }
  /** A file whose columns nobody has to tell: it is read by itself, or it is no list, or `problem` says why not. */
  | { readonly code: 'no-columns-to-match'; readonly name: string; readonly problem: DocumentProblem | null }
  /** Another profile is for the very same columns. */
  | { readonly code: 'profile-taken'; readonly name: string }
  /** Another program that may ask has this name. */
  | { readonly code: 'program-exists'; readonly name: string }
  /** Only a window opens doors for other programs. */
  | { readonly code: 'no-window' }
  /** Nobody has said yet whose papers are ours. */
  | { readonly code: 'ente-missing' }
  | { readonly code: 'folder-refused'; readonly folder: string; readonly why: FolderRefusal }
  /** This computer did not show it. */
  | { readonly code: 'folder-not-opened'; readonly folder: string }
  /** No row meets what was asked of an export; no file was made. */
  | { readonly code: 'nothing-to-export' }
  /** The ledger has nothing about whom was asked. */
  | { readonly code: 'nothing-about' }
  /** No document is as old as that. */
  | { readonly code: 'nothing-to-discard' }
  /** An act that is not there yet discards nothing. */
  | { readonly code: 'act-in-the-future' }
  /** More than a sheet of a workbook can hold. */
  | { readonly code: 'too-many-rows'; readonly sheet: string; readonly rows: number }
  /** What changed since then is not known: the ledger is another one, or an older copy of it. */
  | { readonly code: 'changes-begin-again' }
  /** Another export of the same consumer was confirmed since this one was made. */
  | { readonly code: 'export-overtaken'; readonly consumer: string }
  /** The file that was chosen cannot be read any more: it moved, changed, or is on a disk that is gone. */
  | { readonly code: 'upload-failed'; readonly name: string }
  | { readonly code: 'upload-too-large'; readonly name: string; readonly max: number }
  | {
      readonly code: 'disk-full';
      /** Bytes; what is null, or not told, nobody knows. */
      readonly room?: { readonly free: number | null; readonly needed: number | null } | undefined;
    }
  /** SQLite's own name of what the disk did; the work was rolled back. */
  | { readonly code: 'ledger-unwritable'; readonly detail: string }
  /** A file beside the ledger, or of this computer; `detail` as the operating system calls it. */
  | { readonly code: 'file-trouble'; readonly detail: string }
  /** A list of people, or of properties, of which nothing can be used; `name` is the file's. */
  | { readonly code: 'list-refused'; readonly name: string; readonly problem: ListProblem }
  | { readonly code: 'list-profile-refused'; readonly problem: ListProfileProblem }
  | { readonly code: 'plan-impossible'; readonly problem: PlanProblem }
  | { readonly code: 'template-refused'; readonly complaints: readonly TemplateComplaint[] }
  | StaleEvidence
  /** Rules that cannot be kept as they are. */
  | { readonly code: 'rules-refused'; readonly flaw: RulesFlaw }
  /** The text and the row do not make a message. */
  | { readonly code: 'not-composable'; readonly complaints: readonly string[] }
  /** Only what nobody knows the outcome of can be settled. */
  | { readonly code: 'not-uncertain'; readonly key: string }
  | { readonly code: 'already-imported-list'; readonly name: string }
  | KeyShapeProblem
  | KeysProblem
  | NoKey
  | ReleaseProblem
  /** Whoever looks after this computer decided it. */
  | { readonly code: 'off-by-policy'; readonly what: Switchable | 'second-folder' }
  /** The program runs from its sources: what the build gathers is not there. */
  | { readonly code: 'not-built' }
  /** Tests go to colleagues who agreed. */
  | { readonly code: 'not-a-test-user' }
  /** The address that was given for the service is none that may be used. */
  | { readonly code: 'io-address-refused'; readonly address: string }
  /** Nothing can be sent from here. */
  | { readonly code: 'no-office' }
  /** The host does not answer; whether the work was done is seen when it does again. */
  | { readonly code: 'connection-lost' };

/** Why something cannot be decided, or need not be. */
export type WhyImpossible =
  | 'cancelled'
  | 'same-as-read'
  | 'shares-exceed'
  | 'shares-repeat'
  | 'not-pagopa'
  | 'already-sent'
  | 'already-regularised'
  | 'split-changed'
  | 'already-undone';

/** Why a folder cannot be watched. */
export type FolderRefusal = 'relative' | 'network' | 'missing' | 'not-a-folder' | 'link' | 'too-wide' | 'own';

/** What a question may name without its being there. */
export type Findable =
  | 'payment'
  | 'position'
  | 'flusso'
  | 'provvisorio'
  | 'decision'
  | 'drop'
  | 'parcel'
  | 'profile'
  | 'program'
  | 'service'
  | 'consumer'
  | 'campaign'
  | 'message'
  | 'row'
  | 'template'
  | 'paid-list'
  | 'list-profile';

/** The program that holds a ledger for writing. */
export interface LedgerHolder {
  readonly program: 'window' | 'browser' | 'restore';
  readonly user: string;
  readonly pid: number;
  /** ISO instant. */
  readonly since: string;
}
