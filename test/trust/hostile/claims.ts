import type { Claim } from '../claim.ts';

export const hostile: readonly Claim[] = [];
