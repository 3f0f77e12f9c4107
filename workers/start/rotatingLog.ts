import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';

const LARGEST_BYTES = 10_000_000;
const KEPT = 4;
const TAIL_LINES = 12;

/** Frames of a stack fill the tail and push out the line that says what is wrong. */
function tellsSomething(line: string): boolean {
  return line.trim() !== '' && !/^\s+at /.test(line);
}

/** What one part of the system prints, in a file that is turned over at 10 MB, with the last four kept. */
export class RotatingLog {
  private size: number;
  private lines: string[] = [];

  constructor(
    readonly file: string,
    private readonly echo?: (text: string) => void,
  ) {
    this.size = existsSync(file) ? statSync(file).size : 0;
  }

  write(text: string): void {
    if (this.size > LARGEST_BYTES) this.turnOver();
    try {
      appendFileSync(this.file, text, { mode: 0o600 });
      this.size += Buffer.byteLength(text);
    } catch {
      // a full disk must not stop the one who writes about it
    }
    this.lines = [...this.lines, ...text.split('\n').filter(tellsSomething)].slice(-TAIL_LINES);
    this.echo?.(text);
  }

  /** The last lines, for the sentence that tells why a part did not start. */
  tail(): string {
    return this.lines.join('\n');
  }

  private turnOver(): void {
    for (let age = KEPT; age > 0; age -= 1) {
      const older = age === 1 ? this.file : `${this.file}.${age - 1}`;
      if (existsSync(older)) renameSync(older, `${this.file}.${age}`);
    }
    this.size = 0;
  }
}
