/** The library of the command line speaks English; here it says the same in the operator's language. */
import type { Command, CommanderError, Option } from 'commander';
import { say } from './words';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': say('Použití:', 'Usage:'),
  'Arguments:': say('Argumenty:', 'Arguments:'),
  'Options:': say('Volby:', 'Options:'),
  'Commands:': say('Příkazy:', 'Commands:'),
};

/** By the library's code of an error, the sentence for it; `named` are the words that its own sentence has in quotes. */
const SENTENCES: Readonly<Record<string, (named: readonly string[]) => string>> = {
  'commander.missingArgument': ([name]) => say(`Chybí argument <${name}>.`, `The argument <${name}> is missing.`),
  'commander.optionMissingArgument': ([option]) => say(`Volba ${option} chce hodnotu.`, `The option ${option} needs a value.`),
  'commander.missingMandatoryOptionValue': ([option]) => say(`Chybí volba ${option}.`, `The option ${option} is missing.`),
  'commander.unknownOption': ([option]) => say(`Volba ${option} tu není.`, `There is no option ${option}.`),
  'commander.excessArguments': () => say('Argumentů je víc, než příkaz bere.', 'There are more arguments than the command takes.'),
  'commander.unknownCommand': ([name]) => say(`Příkaz ${name} tu není.`, `There is no command ${name}.`),
  'commander.invalidArgument': ([option, value]) =>
    say(`Hodnota ${value} volby ${option} není přípustná.`, `The value ${value} of the option ${option} is not allowed.`),
};

function described(option: Option): string {
  const more: string[] = [];
  if (option.argChoices) more.push(option.argChoices.join(say(' nebo ', ' or ')));
  if (typeof option.defaultValue === 'string') more.push(say(`jinak ${option.defaultValue}`, `otherwise ${option.defaultValue}`));
  return more.length === 0 ? option.description : `${option.description} (${more.join('; ')})`;
}

/** To be called before commands are added: they inherit it. */
export function speakToOperator(program: Command): void {
  program
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', say('[volby]', '[options]')).replace('[command]', say('[příkaz]', '[command]')),
      styleSubcommandTerm: (term) =>
        term.replace('[options]', say('[volby]', '[options]')).replace('[command]', say('[příkaz]', '[command]')),
      optionDescription: described,
    })
    .configureOutput({ outputError: () => undefined });
}

/** What was wrongly asked, as one sentence that ends with the way to help; undefined for what is no error. */
export function wronglyAsked(error: CommanderError): string | undefined {
  const sentence = SENTENCES[error.code];
  if (!sentence) return undefined;
  const named = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  return `${sentence(named)} ${say('Nápověda: --help', 'Help: --help')}`;
}
