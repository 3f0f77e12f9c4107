import { spawn, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * A shell that outlives us by seconds: it reads which processes are ours, and when its input ends without a farewell
 * (we were killed and could not stop anything), it ends them. Without it a killed start would leave servers behind
 * until the next one.
 */
const SCRIPT = `
list=''
while read -r verb signal pid; do
  case $verb in
    add) list="$list $signal:$pid" ;;
    drop) kept=''; for one in $list; do [ "\${one#*:}" = "$signal" ] || kept="$kept $one"; done; list=$kept ;;
    farewell) exit 0 ;;
  esac
done
for one in $list; do kill -s "\${one%%:*}" "\${one#*:}" 2>/dev/null; done
waited=0
while [ $waited -lt 15 ]; do
  alive=''
  for one in $list; do kill -0 "\${one#*:}" 2>/dev/null && alive=yes; done
  [ -z "$alive" ] && exit 0
  sleep 1
  waited=$((waited + 1))
done
for one in $list; do kill -s KILL "\${one#*:}" 2>/dev/null; done
`;

/** Ends our processes when this one dies without doing so itself. */
export class Guardian {
  private readonly shell: ChildProcess;

  constructor() {
    // detached: Ctrl-C in the terminal must not reach it
    this.shell = spawn('/bin/sh', ['-c', SCRIPT], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    this.shell.stdin?.on('error', () => undefined);
    this.shell.unref();
    if (this.shell.stdin instanceof Socket) this.shell.stdin.unref();
  }

  add(pid: number, stopSignal: NodeJS.Signals): void {
    this.shell.stdin?.write(`add ${stopSignal.replace(/^SIG/, '')} ${pid}\n`);
  }

  drop(pid: number): void {
    this.shell.stdin?.write(`drop ${pid}\n`);
  }

  /** Everything has been stopped properly. */
  farewell(): void {
    this.shell.stdin?.end('farewell\n');
  }
}
