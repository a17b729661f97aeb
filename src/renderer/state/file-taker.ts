import { useEffect, useRef } from 'react';
import type { DroppedFile } from './dropped-files.ts';

/** What a screen does with files that are dropped on it or pasted: while there is one, no import begins of them. */
export interface FileTaker {
  /** `place`: what they were dropped on, by its `data-takes-files`; null for anywhere else. */
  readonly take: (files: readonly DroppedFile[], place: string | null) => void;
  /** Files hang above a place; null for anywhere else, undefined when they are gone. */
  readonly hover: (place: string | null | undefined) => void;
}

const takers: FileTaker[] = [];

/** Who takes files just now; null for the importer. */
export function currentTaker(): FileTaker | null {
  return takers.at(-1) ?? null;
}

/** Takes the files that are dropped anywhere in the window for as long as the component is there; null takes none. */
export function useFileTaker(taker: FileTaker | null): void {
  const latest = useRef(taker);
  latest.current = taker;
  const takes = taker !== null;
  useEffect(() => {
    if (!takes) return undefined;
    const mine: FileTaker = {
      take: (files, place) => latest.current?.take(files, place),
      hover: (place) => latest.current?.hover(place),
    };
    takers.push(mine);
    return () => void takers.splice(takers.indexOf(mine), 1);
  }, [takes]);
}

/** The place that a drop is meant for. */
export function placeOf(target: EventTarget | null): string | null {
  const place = target instanceof Element ? target.closest('[data-takes-files]') : null;
  return place?.getAttribute('data-takes-files') ?? null;
}
