import { useEffect } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import type { PublicCalendar, PublicEvent } from '../../../processes/calendarViews';
import { useLoad } from '../api/useLoad';
import { useTenant } from '../tenant/context';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { Trouble } from '../ui/Problem';
import { Prose } from '../ui/Prose';
import { useWords } from '../words/context';
import { byMonth, monthIn, monthName, whenInWords } from './when';

function Event({ event, base }: { readonly event: PublicEvent; readonly base: string }) {
  const { t, language } = useWords();
  const words = t.calendar;
  const { organiser } = event;
  return (
    <li className="card event" id={`akce-${event.id}`}>
      <h3>
        {event.cancelled && <strong className="event-off">{words.cancelled} </strong>}
        {event.cancelled ? <s>{event.title}</s> : event.title}
      </h3>
      <dl className="facts">
        <div>
          <dt>{words.when}</dt>
          <dd>{whenInWords(event, language)}</dd>
        </div>
        <div>
          <dt>{words.where}</dt>
          <dd>{event.place}</dd>
        </div>
        <div>
          <dt>{words.organiser}</dt>
          <dd>
            {organiser.name}, {organiser.municipality}
          </dd>
        </div>
      </dl>
      {event.invitation !== null && <Prose text={event.invitation} />}
      <p className="event-links no-print">
        {event.link !== null && (
          <a href={event.link} rel="noopener nofollow ugc" aria-label={`${words.more}: ${event.title}`}>
            {words.more}
          </a>
        )}
        <a href={`${base}/${event.id}.ics`} aria-label={`${words.download}: ${event.title}`}>
          {words.download}
        </a>
      </p>
    </li>
  );
}

/** The way to other months: those beside where something is. */
function Months({
  calendar,
  month,
  address,
}: {
  readonly calendar: PublicCalendar;
  readonly month: string | null;
  readonly address: string;
}) {
  const { t, language } = useWords();
  const { previousMonth, nextMonth } = calendar;
  return (
    <nav aria-label={t.calendar.months} className="pages no-print">
      {previousMonth !== null && (
        <Link to={`${address}?mesic=${previousMonth}`}>{t.calendar.before(monthName(previousMonth, language))}</Link>
      )}
      {month !== null && <Link to={address}>{t.calendar.toCome}</Link>}
      {nextMonth !== null && <Link to={`${address}?mesic=${nextMonth}`}>{t.calendar.after(monthName(nextMonth, language))}</Link>}
    </nav>
  );
}

function Subscribe({ base }: { readonly base: string }) {
  const { t } = useWords();
  const address = `${window.location.host}${base}.ics`;
  return (
    <section aria-labelledby="subscribe" className="no-print">
      <h2 id="subscribe">{t.calendar.subscribe}</h2>
      <p>{t.calendar.subscribeText}</p>
      <ul className="plain-list">
        <li>
          <a href={`webcal://${address}`}>{t.calendar.subscribeLink}</a>
        </li>
        <li>
          <a href={`${base}.ics`}>{t.calendar.downloadAll}</a>
        </li>
      </ul>
      <p className="small">
        {t.calendar.subscribeAddress} <span className="address">{`${window.location.protocol}//${address}`}</span>
      </p>
    </section>
  );
}

/** A link may lead to one event of the page; it is there only after it was read. */
function useArrival(ready: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (ready && hash.startsWith('#akce-')) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [ready, hash]);
}

/** What holders of grants invite to: what is to come, or one month, past ones too. */
export function CalendarPage() {
  const { t, language } = useWords();
  const { slug } = useTenant();
  const [query] = useSearchParams();
  const base = `/api/public/${slug ?? ''}/calendar`;
  const address = `/${slug ?? ''}/kalendar`;
  const month = monthIn(query.get('mesic'));
  const { data, problem, loading, reload } = useLoad<PublicCalendar>(month === null ? base : `${base}?month=${month}`);
  const words = t.calendar;
  useArrival(data !== null);
  const none = month === null ? words.none : words.noneInMonth(monthName(month, language));
  return (
    <Page title={words.title} lead={words.lead}>
      {problem && <Trouble problem={problem} retry={reload} />}
      {loading && !data && <Loading />}
      {data && (
        <>
          <p role="status">
            <strong>{data.total === 0 ? none : words.count(data.total)}</strong>
            {data.total > data.events.length && ` ${words.firstOnly(data.events.length)}`}
          </p>
          <Months calendar={data} month={month} address={address} />
          {byMonth(data.events, data.from).map((held) => (
            <section key={held.month} aria-labelledby={`mesic-${held.month}`}>
              <h2 id={`mesic-${held.month}`} className="month">
                {monthName(held.month, language)}
              </h2>
              <ul className="events">
                {held.events.map((event) => (
                  <Event key={event.id} event={event} base={base} />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
      <Subscribe base={base} />
    </Page>
  );
}
