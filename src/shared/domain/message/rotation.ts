import { fail, ok, type Result } from '../result.ts';
import type { WhichKey } from './service-key.ts';

/**
 * Replacing both keys of a service without a stop, in this order: a key is regenerated only while the program works with
 * the other one, because the old value dies at once.
 */
export const rotationSteps = [
  'use-secondary',
  'regenerate-primary',
  'use-primary',
  'regenerate-secondary',
  'done',
] as const;
export type RotationStep = (typeof rotationSteps)[number];

/** How far one is. Keys are known by their tags, never by themselves. */
export interface Rotation {
  readonly step: RotationStep;
  /** Tag of the primary key that the program has, or had; null when it never had one. */
  readonly primary: string | null;
  readonly secondary: string | null;
}

/** A key that was pasted into the program. */
export interface PastedKey {
  readonly which: WhichKey;
  readonly tag: string;
  /** The service answered to it. */
  readonly proven: boolean;
}

export type RotationProblem =
  /** The step asks for something else. */
  | { readonly code: 'other-step'; readonly step: RotationStep }
  /** The value of the other key, or the one from before the regeneration. */
  | { readonly code: 'same-key'; readonly step: RotationStep }
  | { readonly code: 'key-not-proven'; readonly step: RotationStep }
  /** The one that the program works with was regenerated: its value is dead, and the new one is needed. */
  | { readonly code: 'key-in-use-regenerated'; readonly which: WhichKey };

/** Begins with the key that the program works with; of one that works with the secondary the first step is done. */
export function beginRotation(inUse: WhichKey, tag: string): Rotation {
  return inUse === 'primary'
    ? { step: 'use-secondary', primary: tag, secondary: null }
    : { step: 'regenerate-primary', primary: null, secondary: tag };
}

/** Which key the program works with now. */
export function keyInUse({ step }: Rotation): WhichKey {
  return step === 'regenerate-primary' || step === 'use-primary' ? 'secondary' : 'primary';
}

/** The program was given a key. */
export function afterPasting(rotation: Rotation, pasted: PastedKey): Result<Rotation, RotationProblem> {
  const { step } = rotation;
  const asked = step === 'use-secondary' ? 'secondary' : step === 'use-primary' ? 'primary' : null;
  if (asked !== pasted.which) return fail({ code: 'other-step', step });
  if (pasted.tag === rotation.primary || pasted.tag === rotation.secondary)
    return fail({ code: 'same-key', step });
  if (!pasted.proven) return fail({ code: 'key-not-proven', step });
  return ok(
    asked === 'secondary'
      ? { ...rotation, step: 'regenerate-primary', secondary: pasted.tag }
      : { ...rotation, step: 'regenerate-secondary', primary: pasted.tag },
  );
}

/** A person says that a key was regenerated in the back office. */
export function afterRegenerating(rotation: Rotation, which: WhichKey): Result<Rotation, RotationProblem> {
  const { step } = rotation;
  if (which === keyInUse(rotation) && step !== 'done') return fail({ code: 'key-in-use-regenerated', which });
  if (step === 'regenerate-primary') return ok({ ...rotation, step: 'use-primary' });
  if (step === 'regenerate-secondary') return ok({ ...rotation, step: 'done' });
  return fail({ code: 'other-step', step });
}
