import { rotationSteps, type Rotation } from '../../../../shared/domain/message/rotation.ts';
import { isRecord } from '../../../state/route.ts';

/** Makes sense of what an older version, or nobody, remembered; null when no replacing of keys is under way. */
export function readRotation(kept: unknown): Rotation | null {
  if (!isRecord(kept)) return null;
  const step = rotationSteps.find((name) => name === kept['step']);
  const [primary, secondary] = [kept['primary'], kept['secondary']];
  if (step === undefined || step === 'done' || !isTag(primary) || !isTag(secondary)) return null;
  return { step, primary, secondary };
}

/** Where the window remembers how far one is with a service. */
export const rotationPreference = (service: string): string => `rotazione.${service}`;

function isTag(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
