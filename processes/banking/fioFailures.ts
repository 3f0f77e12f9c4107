/** Why Fio gave no movements, and what is to be done about it. Nothing of the bank's was stored then. */
import { words, type Words } from '../words';

export const fioFailures = {
  tooSoon: words(
    'Fio dovolí jeden dotaz za 30 sekund a někdo se ptal před chvílí. Zkuste to za půl minuty.',
    'Fio takes one question in 30 seconds and somebody has just asked. Try again in half a minute.',
  ),
  badToken: words(
    'Fio token nepřijala: není platný, vypršel, nebo ještě nezačal platit (nový platí asi po pěti minutách). Ověřte ho v internetovém bankovnictví a případně zadejte nový.',
    'Fio did not take the token: it is not valid, has expired, or is not valid yet (a new one takes about five minutes). Check it in the internet banking and type in a new one if need be.',
  ),
  tooOld: words(
    'Pohyby starší než 90 dní Fio vydá jen do 10 minut po potvrzení v internetovém bankovnictví. Potvrďte to tam, nebo zvolte kratší období.',
    'Movements older than 90 days are given only within 10 minutes of a confirmation in the internet banking. Confirm it there, or choose a shorter period.',
  ),
  tooMany: words(
    'Na jeden dotaz je pohybů příliš mnoho. Zvolte kratší období.',
    'There are too many movements for one question. Choose a shorter period.',
  ),
  failed: words('Fio hlásí vlastní závadu. Zkuste to později.', 'Fio reports a fault of its own. Try again later.'),
  slow: words('Fio neodpověděla včas. Zkuste to později.', 'Fio did not answer in time. Try again later.'),
  unreachable: words('Fio teď není dostupná. Zkuste to později.', 'Fio cannot be reached now. Try again later.'),
  large: words(
    'Odpověď Fio je větší, než jakou přijímáme. Zvolte kratší období.',
    'The answer of Fio is larger than we take. Choose a shorter period.',
  ),
  odd: words(
    'Fio odpověděla něco, čemu nerozumíme. Nic se nenačetlo; výpis můžete nahrát jako soubor.',
    'Fio answered something that we do not understand. Nothing was taken in; you can upload a statement as a file.',
  ),
  otherAccount: words(
    'Token patří k jinému účtu, než u kterého je uložen. Nic se nenačetlo; zadejte token toho správného účtu.',
    'The token belongs to another account than the one it is kept with. Nothing was taken in; type in the token of the right account.',
  ),
  contradicts: words(
    'Fio uvádí u pohybu, který už je načtený, jinou částku nebo datum. Nic se nenačetlo; ověřte to u banky.',
    'Fio gives another amount or day of a movement that is known. Nothing was taken in; ask the bank.',
  ),
  unreadableToken: words(
    'Uložený token se nedá přečíst, protože se změnil klíč serveru. Zadejte token znovu.',
    'The kept token cannot be read because the key of the server has changed. Type it in again.',
  ),
} as const satisfies Readonly<Record<string, Words>>;

export type FioFailure = keyof typeof fioFailures;

/** What was stored of a failure; of another version of ours it is an odd one. */
export const fioFailureWords = (why: string): Words => (Object.hasOwn(fioFailures, why) ? fioFailures[why as FioFailure] : fioFailures.odd);

/** The message names nothing but the kind: the token stands in the addresses that were asked. */
export class FioError extends Error {
  override readonly name = 'FioError';

  constructor(readonly why: FioFailure) {
    super(`Fio: ${why}`);
  }
}
