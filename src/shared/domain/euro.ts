/** Euro as an integer number of cents. The only shape money has inside the program. */
export type Cents = number & { readonly __brand: 'Cents' };
