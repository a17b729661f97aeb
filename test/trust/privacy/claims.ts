import type { Claim } from '../claim.ts';

export const privacy: readonly Claim[] = [];
