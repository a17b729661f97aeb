import type { Claim } from '../claim.ts';

export const supply: readonly Claim[] = [];
