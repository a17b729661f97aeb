/** Invented people. */
export const mario = 'RSSMRA85T10A562S';
export const anna = 'BNCNNA80A41H501R';

export interface Sample {
  readonly fiscal_code: string;
  readonly feature_level_type: 'STANDARD';
  readonly content: {
    readonly subject: string;
    readonly markdown: string;
    readonly due_date: string;
    readonly payment_data: {
      readonly amount: number;
      readonly notice_number: string;
      readonly invalid_after_due_date: false;
    };
  };
}

/** A message that the service takes. */
export function sample(fiscalCode: string = mario): Sample {
  return {
    fiscal_code: fiscalCode,
    feature_level_type: 'STANDARD',
    content: {
      subject: 'Tassa sui rifiuti (TARI) 2026 - Rata unica',
      markdown:
        'La informiamo che è disponibile l’avviso di pagamento della tassa sui rifiuti per l’anno 2026.\n\nGrazie.',
      due_date: '2026-12-16T22:59:59Z',
      payment_data: { amount: 12_830, notice_number: '301000000000012373', invalid_after_due_date: false },
    },
  };
}
