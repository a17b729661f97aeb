/**
 * What is sent for one message, whole: the service ignores what it does not know without a word, so that nothing else may
 * be in it. `payee` is left out on purpose: ordinary institutions may not write it.
 */
export interface IoRequest {
  readonly fiscal_code: string;
  readonly feature_level_type: 'STANDARD';
  readonly content: {
    /** 10 to 120 UTF-16 units. */
    readonly subject: string;
    /** 80 to 10,000 UTF-16 units, front matter included. */
    readonly markdown: string;
    /** `YYYY-MM-DDThh:mm:ssZ`. */
    readonly due_date?: string | undefined;
    readonly payment_data?:
      | {
          /** Cents, 1 to 9,999,999,999. */
          readonly amount: number;
          /** 18 digits. */
          readonly notice_number: string;
          readonly invalid_after_due_date: false;
        }
      | undefined;
    readonly require_secure_channels?: true | undefined;
  };
}
