import type { Claim } from '../claim.ts';

export const together: readonly Claim[] = [];
