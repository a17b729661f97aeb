import { expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../src/shared/contract/operations.ts';

/** A page of a list, by its looks: rows, and where they go on. */
function isPage(output: z.ZodType): boolean {
  return output instanceof z.ZodObject && 'rows' in output.shape && 'next' in output.shape;
}

const lists = Object.entries(operations).filter(([, { output }]) => isPage(output));

it('knows the long lists of the contract', () => {
  const names = lists.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(['payments.list', 'documents.list', 'outbox.messages']));
  expect(names.length).toBeGreaterThan(9);
});

it.each(lists)(
  'no more than a thousand rows of «%s» cross at once, whoever asks for more',
  (_name, { input }) => {
    const complaints = (limit: number): string[] =>
      (input.safeParse({ limit }).error?.issues ?? [])
        .filter(({ path }) => path[0] === 'limit')
        .map(({ code }) => code);
    expect(complaints(1_000)).toEqual([]);
    expect(complaints(1_001)).toEqual(['too_big']);
  },
);
