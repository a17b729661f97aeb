import type { Claim } from '../claim.ts';

export const mutation: readonly Claim[] = [];
