import type { Claim } from '../claim.ts';

export const kills: readonly Claim[] = [];
