import type { Claim } from '../claim.ts';

export const hosts: readonly Claim[] = [];
