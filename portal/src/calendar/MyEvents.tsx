import { Link } from 'react-router';
import type { OwnEvent } from '../../../processes/calendarViews';
import type { TaskRow } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { taskAddress } from '../cases/taskAddress';
import { Loading } from '../ui/Loading';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { whenInWords } from './when';

/** The step with which events are announced, and changed. */
export const ANNOUNCEMENT = 'eventAnnouncement';

interface MyEventsProps {
  readonly caseId: string;
  readonly slug: string;
  /** With which something new may be said of them; undefined where that is over. */
  readonly announcement: TaskRow | undefined;
}

/** Events that were announced in the case: whether they are in the calendar, and the way to change them. */
export function MyEvents({ caseId, slug, announcement }: MyEventsProps) {
  const { t, language } = useWords();
  const words = t.calendar;
  const { data, problem, reload } = useLoad<readonly OwnEvent[]>(`/api/cases/${caseId}/calendar-events`);
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Prague' });
  const stateOf = ({ state, cancelled, hiddenReason }: OwnEvent): string => {
    if (state === 'hidden') return words.hidden(hiddenReason ?? '');
    return cancelled && state === 'notWished' ? words.states.off : words.states[state];
  };
  return (
    <section aria-labelledby="events">
      <h2 id="events">{words.mine}</h2>
      {!data && (problem ? <Trouble problem={problem} retry={reload} /> : <Loading />)}
      <ul className="rows">
        {(data ?? []).map((event) => (
          <li key={event.id}>
            <span>
              {event.title}
              <small>
                {whenInWords(event, language)}, {event.place}
              </small>
              <small>{stateOf(event)}</small>
            </span>
            <span className="event-links no-print">
              {(event.state === 'shown' || event.state === 'cancelled') && (
                <Link
                  to={`/${slug}/kalendar?mesic=${event.startsOn.slice(0, 7)}#akce-${event.id}`}
                  aria-label={`${words.see}: ${event.title}`}
                >
                  {words.see}
                </Link>
              )}
              {announcement && event.endsOn >= today && (
                <Link to={`${taskAddress(slug, announcement)}?akce=${event.id}`} aria-label={`${words.change}: ${event.title}`}>
                  {words.change}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="no-print">
        <Link to={`/${slug}/kalendar`}>{words.whole}</Link>
      </p>
    </section>
  );
}
