/** Of the local API: no well-known program has it, and no system gives it away by itself. */
export const usualApiPort = 17_303;
