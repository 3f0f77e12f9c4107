/** Breach of budget discipline (porušení rozpočtové kázně): from the inspection to the levy, its penalty and remission. Figures are integers of haléř. */
import { breachProcess } from '../processes/breach/definition';
import { penaltyOf, type LevyPart } from '../processes/breach/penalty';
import { defineCase, type Case } from './kernel/case';
import { numberOf, textOf } from './values';

type BreachCase = Case<typeof breachProcess>;

/** The levy as it is collected and remitted. */
interface Levy {
  readonly amount: number;
  readonly breachOn: string;
  readonly variableSymbol: string;
  readonly parts: LevyPart[];
  remitted: number;
  penalty: number;
  penaltyReceived: number;
  penaltyRemitted: number;
}

const received = ({ parts }: Levy): number => parts.reduce((sum, { amount }) => sum + amount, 0);
const levyLeft = (levy: Levy): number => levy.amount - received(levy) - levy.remitted;
const penaltyLeft = ({ penalty, penaltyReceived, penaltyRemitted }: Levy): number => penalty - penaltyReceived - penaltyRemitted;

export const breach = defineCase(breachProcess, async (c) => {
  c.status('inspecting');
  c.notify('begun', { grantNumber: textOf(c.data.grantNumber) });
  const inspection = await c.task('inspection', { params: { suspected: numberOf(c.data.suspected) } });
  if (inspection.outcome === 'nothing') {
    c.notify('nothingFound', { submissionId: inspection.submissionId });
    return c.close('nothingFound');
  }
  const amount = numberOf(inspection.values.amount);
  const breachOn = textOf(inspection.values.breachOn);
  c.record({ unlawful: amount, breachOn });
  c.notify('finding', { submissionId: inspection.submissionId, amount });
  c.status('stating');
  await c.task('statement', { params: { amount } });

  const { variableSymbol } = await c.lookup('variableSymbol');
  const decided = await decide(c, amount, textOf(variableSymbol));
  if (typeof decided === 'string') return c.close(decided);
  const levy: Levy = {
    amount: decided,
    breachOn,
    variableSymbol: textOf(variableSymbol),
    parts: [],
    remitted: 0,
    penalty: 0,
    penaltyReceived: 0,
    penaltyRemitted: 0,
  };
  await c.beside(
    () => collect(c, levy),
    (aside) => remissions(aside, levy),
  );
  c.notify('ended');
  return c.close(received(levy) > 0 ? 'paid' : 'remitted');
});

/** Calls to put right as often as it makes sense, then the levy. @returns the levy in haléř, or how it ended without one */
async function decide(c: BreachCase, amount: number, variableSymbol: string): Promise<number | 'remedied' | 'dropped'> {
  let unlawful = amount;
  for (;;) {
    c.status('assessing');
    const decision = await c.task('levyDecision', { params: { unlawful } });
    const { submissionId } = decision;
    if (decision.outcome === 'drop') {
      c.notify('dropped', { submissionId });
      return 'dropped';
    }
    if (decision.outcome === 'levy') {
      const levy = numberOf(decision.values.levy);
      c.record({ levy });
      c.notify('levy', { submissionId, amount: levy, variableSymbol });
      return levy;
    }
    const until = textOf(decision.values.until);
    c.status('called');
    c.notify('call', { submissionId, until, variableSymbol });
    const remedy = await c.task('remedy', { due: { until }, params: { unlawful, until } });
    const returned = remedy.values.returned === undefined ? 0 : numberOf(remedy.values.returned);
    unlawful -= returned;
    c.record({ unlawful });
    if (remedy.outcome === 'remedied') {
      c.notify('ended');
      return 'remedied';
    }
  }
}

/** The levy, then the penalty that grew on it: each in as many payments as it takes, less what is remitted meanwhile. */
async function collect(c: BreachCase, levy: Levy): Promise<void> {
  const { variableSymbol } = levy;
  c.status('levied');
  while (levyLeft(levy) > 0) {
    const payment = await c.task('levyPayment', { params: { levy: levyLeft(levy), variableSymbol } });
    if (payment.outcome === 'remitted') break;
    const amount = numberOf(payment.values.amount);
    levy.parts.push({ amount, receivedOn: textOf(payment.values.receivedOn) });
    c.record({ received: received(levy) });
    if (levyLeft(levy) > 0) c.notify('levyPart', { amount, rest: levyLeft(levy) });
  }
  levy.penalty = penaltyOf(levy.amount, levy.breachOn, levy.parts);
  c.record({ penalty: levy.penalty });
  if (penaltyLeft(levy) <= 0) return;
  c.status('penalised');
  c.notify('penalty', { amount: penaltyLeft(levy), variableSymbol });
  while (penaltyLeft(levy) > 0) {
    const payment = await c.task('penaltyPayment', { params: { penalty: penaltyLeft(levy), variableSymbol } });
    if (payment.outcome === 'remitted') break;
    levy.penaltyReceived += numberOf(payment.values.amount);
    c.record({ penaltyReceived: levy.penaltyReceived });
  }
}

/** One request for a remission after another, as long as something is to be paid. */
async function remissions(c: BreachCase, levy: Levy): Promise<void> {
  for (;;) {
    await c.task('remissionRequest');
    const decision = await c.task('remissionDecision', { params: { levy: levyLeft(levy) } });
    const { submissionId, values } = decision;
    const resolutionNumber = textOf(values.resolutionNumber);
    if (decision.outcome === 'refuse') {
      c.notify('remissionRefused', { submissionId, resolutionNumber });
      continue;
    }
    const amount = values.amount === undefined ? 0 : numberOf(values.amount);
    const penalty = values.penalty === undefined ? 0 : numberOf(values.penalty);
    levy.remitted += amount;
    levy.penaltyRemitted += penalty;
    c.record({ remitted: levy.remitted, penaltyRemitted: levy.penaltyRemitted });
    c.notify('remission', { amount, penalty, resolutionNumber });
  }
}
