import { useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import type { DroppedFile } from '../../../state/dropped-files.ts';
import { nameOf, useApi } from '../../../state/api.tsx';
import { useTask } from '../../../state/use-task.ts';
import { emptyDraft, requestOf, type Draft, type HandedFile } from './draft.ts';
import type { Template } from '../../../../shared/domain/message/template.ts';

export type Slot = 'list' | 'properties';

export interface Preparation {
  readonly draft: Draft;
  readonly change: (next: Partial<Draft>) => void;
  /** Hands a file over to be the list, or the list of properties. */
  readonly hand: (file: DroppedFile, slot: Slot) => Promise<void>;
  readonly drop: (slot: Slot) => void;
  /** The slot whose file is on its way. */
  readonly handing: Slot | null;
  readonly running: boolean;
  readonly problem: Problem | null;
  /** What was chosen, as it was when the list was read last; null before. */
  readonly preparedFrom: string | null;
  /** Reads the list; resolves to the campaign. The draft campaign that was made before is taken back. */
  readonly prepare: (draft: Draft, template: Template | null) => Promise<Output<'campaigns.prepare'> | null>;
}

/** The choices for a new campaign, its files, and the reading of its list. */
export function usePreparation(): Preparation {
  const { link } = useApi();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [handing, setHanding] = useState<Slot | null>(null);
  const [handProblem, setHandProblem] = useState<Problem | null>(null);
  const [last, setLast] = useState<{ readonly from: string; readonly campaign: number } | null>(null);
  const task = useTask('campaigns.prepare');

  const change = (next: Partial<Draft>): void => setDraft((before) => ({ ...before, ...next }));

  function put(slot: Slot, file: HandedFile | null): void {
    task.forget();
    setDraft((before) => {
      const left = before[slot];
      if (left !== null) void link.call('documents.discard', { parcels: [left.parcel] });
      // What a person said of the values of one list says nothing of another.
      return slot === 'list'
        ? { ...before, list: file, profile: null, accepted: [] }
        : { ...before, properties: file };
    });
  }

  /** A draft that another one takes the place of; what a person confirmed meanwhile stays. */
  async function takeBack(id: number): Promise<void> {
    const told = await link.call('campaigns.read', { id });
    if (told.ok && told.value.queuedAt === null) await link.call('campaigns.withdraw', { id });
  }

  return {
    draft,
    change,
    handing,
    drop: (slot) => put(slot, null),
    async hand({ file, name }, slot) {
      setHanding(slot);
      setHandProblem(null);
      const told = await link.upload(file, { name });
      setHanding(null);
      if (told.ok) put(slot, { name, size: file.size, parcel: told.value });
      else setHandProblem(told.problem);
    },
    running: task.running,
    problem: handProblem ?? task.problem,
    preparedFrom: last?.from ?? null,
    async prepare(wanted, template) {
      const request = requestOf(wanted, template);
      if (request === null) return null;
      setDraft(wanted);
      const told = await task.run(request);
      if (!told.ok) return null;
      if (last !== null) await takeBack(last.campaign);
      setLast({ from: nameOf(request), campaign: told.value.campaign });
      return told.value;
    },
  };
}
