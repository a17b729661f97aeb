import type { CommandContext } from './command.ts';
import { flush } from './streams.ts';

/** Resolves when the person presses Ctrl+C, or the system wants the program to end. */
export function untilStopped({ signal }: CommandContext): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** For commands that run on: whoever reads does not wait for the end. In JSON each line is a document. */
export function printNow(context: CommandContext, text: string): void {
  context.print(text);
  flush();
}
