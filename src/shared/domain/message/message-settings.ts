/** How the Comune writes to its citizens; every value has a default, so that a script need write none. */
export interface MessageSettings {
  /** Only those who agreed are written to, and every subject says that it is a test. */
  readonly testMode: boolean;
  /** Codici fiscali of the colleagues who agreed to receive tests. */
  readonly testUsers: readonly string[];
  /** Messages per second; each costs two calls. */
  readonly pace: number;
  /** From when to when messages may leave, Italian time, `HH:MM`. */
  readonly from: string;
  readonly to: string;
  readonly workingDaysOnly: boolean;
  /** Working days after which the last import of flussi is too old for a reminder. */
  readonly evidenceDays: number;
  /** Days after which a queue that did not leave has to be confirmed again. */
  readonly confirmationDays: number;
  /** Whom citizens may call, as the messages say it. */
  readonly contacts: string | null;
  readonly services: readonly ServiceMessages[];
}

/** What a service of the Comune has in IO. */
export interface ServiceMessages {
  readonly id: string;
  /** As the citizen sees it in the app. */
  readonly name: string | null;
  /** The most that a notice may ask for, cents; null when nobody has said. */
  readonly cap: number | null;
  /** The most that a message of this service may say is hidden from previews and the e-mail copy. */
  readonly secure: boolean;
  readonly contacts: string | null;
}

export const defaultMessageSettings: MessageSettings = {
  testMode: false,
  testUsers: [],
  pace: 2,
  from: '08:30',
  to: '19:30',
  workingDaysOnly: true,
  evidenceDays: 2,
  confirmationDays: 7,
  contacts: null,
  services: [],
};
