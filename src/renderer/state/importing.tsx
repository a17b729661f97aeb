import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Output, Progress } from '../../shared/contract/api.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { isForAPerson, isInFile } from '../../shared/domain/columns-to-match.ts';
import { useApi } from './api.tsx';
import type { DroppedFile } from './dropped-files.ts';

/** A file that could not even be handed over. */
export interface Unreadable {
  readonly name: string;
  readonly problem: Problem;
}

/** Where an import stands, from the drop to its report. */
export type Importing =
  | { readonly step: 'idle' }
  | {
      readonly step: 'uploading';
      readonly startedAt: number;
      readonly files: number;
      readonly filesSent: number;
      readonly bytes: number;
      readonly sent: number;
      /** The file that was begun last. */
      readonly file: string;
    }
  | {
      readonly step: 'looking' | 'importing';
      readonly startedAt: number;
      readonly progress: Progress<'documents.import'> | null;
    }
  | {
      readonly step: 'preview';
      readonly preview: Output<'documents.preview'>;
      readonly unreadable: readonly Unreadable[];
    }
  | {
      readonly step: 'done';
      readonly result: Output<'documents.import'>;
      readonly unreadable: readonly Unreadable[];
    }
  /** A person stopped it: the ledger is as before. */
  | { readonly step: 'cancelled' }
  /** `again`: the step that can be tried anew with the files that were handed over. */
  | { readonly step: 'failed'; readonly problem: Problem; readonly again: 'looking' | 'importing' | null };

interface ImportingActions {
  readonly state: Importing;
  /** Hands files over and looks at them; nothing is kept before {@link ImportingActions.confirm}. */
  readonly begin: (files: readonly DroppedFile[]) => Promise<void>;
  readonly confirm: () => Promise<void>;
  /** The files that were handed over in which a document of this name can be. */
  readonly filesOf: (document: string) => readonly string[];
  /** Tries the step that failed once more. */
  readonly retry: () => Promise<void>;
  /** Stops what runs; the ledger is as before. */
  readonly cancel: () => void;
  /** Puts the preview, the report or the problem away. */
  readonly close: () => void;
}

const ImportingContext = createContext<ImportingActions | null>(null);

const uploadsAtOnce = 4;

/** A file that was handed over. */
interface HandedOver {
  readonly name: string;
  readonly parcel: string;
}

export function ImportingProvider({ children }: { readonly children: ReactNode }) {
  const { link } = useApi();
  const [state, setState] = useState<Importing>({ step: 'idle' });
  const handedOver = useRef<readonly HandedOver[]>([]);
  const unreadable = useRef<readonly Unreadable[]>([]);
  const stop = useRef<AbortController | null>(null);

  const discard = useCallback(() => {
    const parcels = handedOver.current.map(({ parcel }) => parcel);
    if (parcels.length > 0) void link.call('documents.discard', { parcels });
    handedOver.current = [];
    unreadable.current = [];
  }, [link]);

  const run = useCallback(
    async (step: 'looking' | 'importing') => {
      const mine = new AbortController();
      stop.current = mine;
      const startedAt = Date.now();
      setState({ step, startedAt, progress: null });
      const options = {
        signal: mine.signal,
        onProgress: (progress: Progress<'documents.import'>) => setState({ step, startedAt, progress }),
      };
      const input = { parcels: handedOver.current.map(({ parcel }) => parcel) };
      const told =
        step === 'looking'
          ? await link.call('documents.preview', input, options)
          : await link.call('documents.import', input, options);
      if (!told.ok) {
        if (told.problem.code !== 'cancelled')
          setState({ step: 'failed', problem: told.problem, again: step });
        else {
          discard();
          setState({ step: 'cancelled' });
        }
        return;
      }
      const failures = unreadable.current;
      if ('shown' in told.value) {
        setState({ step: 'preview', preview: told.value, unreadable: failures });
        return;
      }
      // What was imported is no longer kept for us; a list whose columns somebody has yet to tell is.
      const waiting = told.value.documents.flatMap((document) =>
        'from' in document || !isForAPerson(document.problem) ? [] : [document.name],
      );
      handedOver.current = handedOver.current.filter(({ name }) =>
        waiting.some((document) => isInFile(document, name)),
      );
      unreadable.current = [];
      setState({ step: 'done', result: told.value, unreadable: failures });
    },
    [link, discard],
  );

  const begin = useCallback(
    async (files: readonly DroppedFile[]) => {
      if (files.length === 0) return;
      discard();
      const mine = new AbortController();
      stop.current = mine;
      const startedAt = Date.now();
      const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
      const sent = files.map(() => 0);
      let filesSent = 0;
      let sentBytes = 0;
      let shownAt = 0;
      const show = (file: string): void => {
        if (Date.now() - shownAt < 100) return;
        shownAt = Date.now();
        setState({
          step: 'uploading',
          startedAt,
          files: files.length,
          filesSent,
          bytes,
          sent: sentBytes,
          file,
        });
      };
      show(files[0]?.name ?? '');
      const arrived: (HandedOver | null)[] = files.map(() => null);
      const failures: Unreadable[] = [];
      const queue = files.entries();
      const carry = async (): Promise<void> => {
        for (const [index, { file, name }] of queue) {
          if (mine.signal.aborted) return;
          const told = await link.upload(file, {
            name,
            signal: mine.signal,
            onSent: (bytesOfFile) => {
              sentBytes += bytesOfFile - (sent[index] ?? 0);
              sent[index] = bytesOfFile;
              show(name);
            },
          });
          filesSent += 1;
          show(name);
          if (told.ok) arrived[index] = { name, parcel: told.value };
          else failures.push({ name, problem: told.problem });
        }
      };
      await Promise.all(Array.from({ length: uploadsAtOnce }, carry));
      handedOver.current = arrived.flatMap((one) => one ?? []);
      unreadable.current = failures;
      if (mine.signal.aborted) {
        discard();
        setState({ step: 'cancelled' });
        return;
      }
      const [first] = failures;
      if (handedOver.current.length === 0 && first !== undefined) {
        setState({ step: 'failed', problem: first.problem, again: null });
        return;
      }
      await run('looking');
    },
    [link, discard, run],
  );

  const actions = useMemo<ImportingActions>(
    () => ({
      state,
      begin,
      confirm: () => run('importing'),
      filesOf: (document) =>
        handedOver.current.flatMap(({ name, parcel }) => (isInFile(document, name) ? [parcel] : [])),
      retry: () => run(state.step === 'failed' && state.again === 'importing' ? 'importing' : 'looking'),
      cancel: () => stop.current?.abort(),
      close: () => {
        discard();
        setState({ step: 'idle' });
      },
    }),
    [state, begin, run, discard],
  );
  return <ImportingContext value={actions}>{children}</ImportingContext>;
}

export function useImporting(): ImportingActions {
  const actions = useContext(ImportingContext);
  if (actions === null) throw new Error('there is no ImportingProvider around this component');
  return actions;
}

/** True while something is being read or written for an import. */
export function isBusy(state: Importing): boolean {
  return state.step === 'uploading' || state.step === 'looking' || state.step === 'importing';
}
