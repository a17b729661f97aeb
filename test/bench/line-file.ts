import { closeSync, openSync, writeSync } from 'node:fs';

/** A text file that grows line by line without keeping more than a megabyte in memory. */
export class LineFile {
  readonly #file: number;
  #lines: string[] = [];
  #waiting = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(line: string): void {
    this.#lines.push(line);
    this.#waiting += line.length;
    if (this.#waiting > 1_000_000) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#lines.length > 0) writeSync(this.#file, `${this.#lines.join('\n')}\n`);
    this.#lines = [];
    this.#waiting = 0;
  }
}
