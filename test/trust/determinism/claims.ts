import type { Claim } from '../claim.ts';

export const determinism: readonly Claim[] = [];
