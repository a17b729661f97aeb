import type { Claim } from '../claim.ts';

export const damage: readonly Claim[] = [];
