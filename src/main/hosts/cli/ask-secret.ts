import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** What a secret is typed into: a terminal shows nothing of it, anything else gives its next line. */
export type SecretInput = Readable & {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
  ref?(): unknown;
  unref?(): unknown;
};

/**
 * Reads a secret without showing it: a passphrase, a key. `output` bears the question, and only in a terminal. Null when the
 * person gives up with Ctrl+C or Ctrl+D, or there is nothing to read. What follows its line stays for whoever reads next.
 */
export async function askSecret(
  question: string,
  input: SecretInput = process.stdin,
  output: Writable = process.stderr,
): Promise<string | null> {
  if (input.isTTY !== true || input.setRawMode === undefined) return readLine(input);
  output.write(question);
  input.setRawMode(true);
  try {
    return await typed(input);
  } finally {
    input.setRawMode(false);
    output.write('\n');
  }
}

/** One line of what a script hands over; UTF-8. */
async function readLine(input: SecretInput): Promise<string | null> {
  const pieces: Buffer[] = [];
  await take(input, (piece) => {
    const end = piece.indexOf('\n');
    pieces.push(end === -1 ? piece : piece.subarray(0, end));
    return end === -1 ? null : piece.subarray(end + 1);
  });
  const line = Buffer.concat(pieces)
    .toString()
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '');
  return line === '' ? null : line;
}

/** What a person types, key by key. */
async function typed(input: SecretInput): Promise<string | null> {
  const decoder = new StringDecoder('utf8');
  let characters: string[] = [];
  let isGivenUp = false;
  let isDone = false;
  await take(input, (piece) => {
    const end = piece.findIndex((byte) => ends.has(byte));
    const text = decoder.write(end === -1 ? piece : piece.subarray(0, end));
    characters = afterTyping(characters, text);
    if (end === -1) return null;
    isDone = true;
    isGivenUp = piece[end] === ctrlC || (piece[end] === ctrlD && characters.length === 0);
    // Some terminals send both for one key.
    const isPair = piece[end] === carriageReturn && piece[end + 1] === lineFeed;
    return piece.subarray(end + (isPair ? 2 : 1));
  });
  return isGivenUp || (!isDone && characters.length === 0) ? null : characters.join('');
}

const [ctrlC, ctrlD, lineFeed, carriageReturn] = [0x03, 0x04, 0x0a, 0x0d];
const ends: ReadonlySet<number> = new Set([ctrlC, ctrlD, lineFeed, carriageReturn]);

/** Arrows and other keys that begin with Escape, pasting marks among them. */
const escape = '\u001B';
const escapes = new RegExp(`${escape}(?:\\[[0-9;?]*[ -/]*[@-~]|O.|.)?`, 'gsu');

function afterTyping(characters: readonly string[], text: string): string[] {
  const after = [...characters];
  for (const character of text.replaceAll(escapes, '')) {
    if (character === '\x7f' || character === '\b') after.pop();
    else if (character === '\x15') after.length = 0;
    else if (character >= ' ') after.push(character);
  }
  return after;
}

/** Hands over pieces until `isEnough` says what is left of one, or there is no more. */
function take(input: SecretInput, isEnough: (piece: Buffer) => Buffer | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      input.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
      input.pause();
      // One that is paused while it hands over a piece goes on reading, and would keep the program from ending.
      input.unref?.();
    };
    const onData = (piece: Buffer | string): void => {
      const rest = isEnough(Buffer.from(piece));
      if (rest === null) return;
      stop();
      if (rest.length > 0) input.unshift(rest);
      resolve();
    };
    const onEnd = (): void => {
      stop();
      resolve();
    };
    const onError = (error: Error): void => {
      stop();
      reject(error);
    };
    if (input.readableEnded || input.destroyed) {
      resolve();
      return;
    }
    input.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);
    input.ref?.();
    input.resume();
  });
}
