/** One sentence for each code of a closed union: the compiler refuses a missing one. */
export type Sentences<Coded extends { readonly code: string }> = {
  readonly [Code in Coded['code']]: (coded: Extract<Coded, { readonly code: Code }>) => string;
};

/** Says a coded value in Italian. */
export function say<Coded extends { readonly code: string }>(
  sentences: Sentences<Coded>,
  coded: Coded,
): string {
  // The table has the sentence of every code, and each takes the value of its own code.
  const sentence = sentences[coded.code as Coded['code']] as (coded: Coded) => string;
  return sentence(coded);
}
