import type { Equivalents } from '../equivalents.ts';

export const ofMessage: readonly Equivalents[] = [];
