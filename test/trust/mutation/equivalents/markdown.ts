import type { Equivalents } from '../equivalents.ts';

export const ofMarkdown: readonly Equivalents[] = [];
