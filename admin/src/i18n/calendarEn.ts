import type { calendarCs } from './calendarCs';

/** English words of announced events. */
export const calendarEn: typeof calendarCs = {
  title: 'Announced events',
  event: 'Event',
  when: 'When',
  place: 'Where',
  organiser: 'Held by',
  state: 'State',
  act: 'Calendar of the town',
  from: 'From',
  to: 'To',
  states: { shown: 'in the calendar', cancelled: 'in the calendar as cancelled', hidden: 'hidden', notWished: 'announced only' },
  off: 'The event will not take place.',
  hiddenBy: 'Hidden by %{who} %{when}: %{reason}',
  hide: 'Hide',
  hideTitle: 'Hide the event in the calendar of the town',
  show: 'Show',
  showTitle: 'Show the event in the calendar of the town again',
  hint: 'The applicant reads the reason, and it stays in the history of the case.',
  hidden: 'The event is not seen in the calendar of the town.',
  shown: 'The event is no longer hidden.',
  empty: 'Nobody has announced an event yet. Applicants do so in the portal once their contract is signed.',
  emptyFiltered: 'No event fits this choice.',
};
