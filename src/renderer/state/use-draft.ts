import { useState } from 'react';
import { nameOf } from './api.tsx';

/** What is being typed over a value: it begins anew when the value becomes another one, and not before. */
export function useDraft<T>(value: T): readonly [T, (draft: T) => void] {
  const of = nameOf(value);
  const [kept, setKept] = useState({ of, draft: value });
  if (kept.of !== of) setKept({ of, draft: value });
  return [kept.of === of ? kept.draft : value, (draft) => setKept({ of, draft })];
}
