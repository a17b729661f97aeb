import type { Claim } from '../claim.ts';

export const parser: readonly Claim[] = [];
