import type { DocumentProblem } from '../../shared/domain/document.ts';

/** Thrown from the depths of a parser to leave with a foreseen problem; whoever began to read turns it into a value. */
export class Refusal extends Error {
  readonly problem: DocumentProblem;

  constructor(problem: DocumentProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
