import { describe, expect, it } from 'vitest';
import { sampleAndExpected } from '../expected.ts';
import { tell } from '../reading.ts';

describe('the giornale of MyPivot in columns', () => {
  it('is read as the sample says: the bolletta is not the number of the provvisorio', () => {
    const { said, expected } = sampleAndExpected(new URL('.', import.meta.url), 'giornale.csv');
    expect(said).toEqual(expected);
  });

  it('is of nobody without its names: such a list needs to be told column by column', () => {
    expect(tell('1;2;2026-03-12;X;Y;5.00\n', 'x.csv').problem).toMatchObject({ code: 'columns-unknown' });
  });
});
