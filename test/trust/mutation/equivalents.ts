import { ofCausale } from './equivalents/causale.ts';
import { ofDomain } from './equivalents/domain.ts';
import { ofMarkdown } from './equivalents/markdown.ts';
import { ofMessage } from './equivalents/message.ts';

/** Mutants that no test can tell from the original, and why; each line as it is read, before and after. */
export interface Equivalents {
  readonly file: string;
  readonly reason: string;
  readonly lines: readonly (readonly [before: string, ...after: string[]])[];
}

export const equivalents: readonly Equivalents[] = [...ofDomain, ...ofCausale, ...ofMessage, ...ofMarkdown];
