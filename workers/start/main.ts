import { EnvironmentError, loadEnvironment } from '../../models/environment';
import { whenLauncherGone } from './launcher';
import { errorText, sayTo, StartProblem } from './problem';
import { Supervisor } from './supervisor';
import { words } from './words';

/** npm, tsx and the terminal each pass on the same Ctrl-C; only a later one is a second one. */
const SAME_KEYSTROKE_MS = 1_500;

async function main(): Promise<void> {
  const dev = process.argv.includes('--dev');
  const environment = loadEnvironment({ ...(dev ? { NODE_ENV: 'development' } : {}), ...process.env });
  const say = sayTo((line) => console.log(line), environment.language);
  const supervisor = new Supervisor(environment, dev, say, (text) => process.stdout.write(text));
  // a closed terminal must not stop the clean end
  process.stdout.on('error', () => undefined);

  let stopAskedAt: number | undefined;
  const onSignal = (): void => {
    const now = Date.now();
    if (stopAskedAt === undefined) {
      stopAskedAt = now;
      say(words.stopping());
      void supervisor.stop().then(
        () => {
          say(words.stopped());
          process.exit(0);
        },
        (error: unknown) => {
          console.error(errorText(error));
          process.exit(1);
        },
      );
    } else if (now - stopAskedAt > SAME_KEYSTROKE_MS) {
      supervisor.kill();
      say(words.forced());
      process.exit(130);
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  whenLauncherGone(() => {
    if (stopAskedAt === undefined) onSignal();
  });

  try {
    await supervisor.start();
  } catch (error) {
    if (stopAskedAt !== undefined) return;
    if (error instanceof StartProblem) console.error(`\n${error.sentence[environment.language]}\n`);
    else console.error(error);
    await supervisor.stop();
    process.exit(1);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof EnvironmentError ? `\n${error.message}\n` : error);
  process.exit(1);
});
