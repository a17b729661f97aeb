import type { Claim } from '../claim.ts';

export const trail: readonly Claim[] = [];
