import type { Claim } from '../claim.ts';

export const files: readonly Claim[] = [];
