import { formatMoney } from '../../../processes/money';
import type { CallView } from '../../../processes/programmeViews';
import type { ProgrammeView } from '../../../processes/views';
import { useWords } from '../words/context';
import { formatMoment } from '../words/dates';

function Call({ call, state }: { readonly call: CallView; readonly state: ProgrammeView['state'] }) {
  const { t, language } = useWords();
  const words = t.programme;
  const moment = (iso: string): string => formatMoment(iso, language);
  const now = new Date();
  const standing = (): string => {
    if (call.closedAt !== null) return words.callEnded(moment(call.closedAt));
    if (new Date(call.intakeClosesAt) < now || state === 'closed') return words.callOver;
    return call.open ? words.callOpen : words.callSoon;
  };
  return (
    <li>
      <strong>
        {words.callNumber(call.ordinal)}
        {call.title !== '' && `: ${call.title}`}
      </strong>
      <br />
      {words.fromTo(moment(call.intakeOpensAt), moment(call.intakeClosesAt))}
      {'. '}
      {standing()}
      {call.amount !== null && ` ${words.callAmount(formatMoney(call.amount))}`}
    </li>
  );
}

/** All published calls of the programme, the last first; one call alone is said by the facts above it. */
export function Calls({ programme }: { readonly programme: ProgrammeView }) {
  const { t } = useWords();
  if (programme.calls.length < 2) return null;
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{t.programme.calls}</h2>
      <ul>
        {[...programme.calls].reverse().map((call) => (
          <Call key={call.id} call={call} state={programme.state} />
        ))}
      </ul>
    </section>
  );
}
