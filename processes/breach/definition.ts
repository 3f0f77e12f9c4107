import { defineProcess } from '../define';
import { words } from '../words';
import { beginningForm } from './forms';
import { letters } from './letters';
import { breachSteps } from './steps';

/** Breach of budget discipline (porušení rozpočtové kázně): § 22 zákona č. 250/2000 Sb., beside the case of the grant and known to inspectors only. */
export const breachProcess = defineProcess({
  id: 'breach',
  version: 1,
  title: words('Porušení rozpočtové kázně', 'Breach of budget discipline'),
  summary: words(
    'Kontrola použití dotace, vyjádření příjemce, výzva k nápravě, odvod, penále a prominutí. Spisy vidí jen kontrolor a auditor.',
    'Inspection of how a grant was used, statement of the recipient, call to put right, levy, penalty and remission. Seen by inspectors and auditors only.',
  ),
  law: ['§ 22 zákona č. 250/2000 Sb.', '§ 9 odst. 2 zákona č. 320/2001 Sb.', 'zákon č. 255/2012 Sb.'],
  numberPrefix: 'PRK',
  readers: ['inspector', 'auditor'],
  keeper: 'inspector',
  confidential: true,
  begunFrom: 'grant',
  application: beginningForm,
  heading: { title: 'title', applicant: 'recipient' },
  start: ['inspection'],
  steps: breachSteps,
  statuses: {
    inspecting: {
      title: words('Kontrola', 'Inspection'),
      applicant: words('Úřad kontroluje použití dotace', 'The use of the grant is inspected'),
      tone: 'working',
    },
    stating: {
      title: words('Vyjádření příjemce', 'Statement of the recipient'),
      applicant: words('Čeká na vaše vyjádření', 'Waits for your statement'),
      tone: 'waiting',
    },
    assessing: {
      title: words('Posouzení', 'Assessment'),
      applicant: words('Úřad rozhoduje, jak dál', 'The office decides how to go on'),
      tone: 'working',
    },
    called: {
      title: words('Výzva k nápravě', 'Called to put right'),
      applicant: words('Čeká na nápravu nebo vrácení peněz', 'Waits for you to put right or return'),
      tone: 'waiting',
    },
    levied: {
      title: words('Odvod uložen', 'Levy imposed'),
      applicant: words('Čeká na zaplacení odvodu', 'Waits for the payment of the levy'),
      tone: 'waiting',
    },
    penalised: {
      title: words('Penále', 'Penalty'),
      applicant: words('Čeká na zaplacení penále', 'Waits for the payment of the penalty'),
      tone: 'waiting',
    },
  },
  results: {
    nothingFound: {
      title: words('Nic nezjištěno', 'Nothing found'),
      applicant: words('Kontrola nic nezjistila', 'Nothing was found'),
      tone: 'good',
    },
    remedied: { title: words('Napraveno', 'Put right'), applicant: words('Napraveno, bez odvodu', 'Put right, no levy'), tone: 'good' },
    paid: { title: words('Zaplaceno', 'Paid'), applicant: words('Zaplaceno, hotovo', 'Paid, done'), tone: 'neutral' },
    remitted: { title: words('Prominuto', 'Remitted'), applicant: words('Odvod byl prominut', 'The levy was remitted'), tone: 'good' },
    dropped: {
      title: words('Zastaveno', 'Dropped'),
      applicant: words('Řízení bylo zastaveno', 'The proceedings were dropped'),
      tone: 'neutral',
    },
  },
  letters,
  documents: {},
  retention: { years: 10, provision: 'spisový a skartační plán; § 22 odst. 13 zákona č. 250/2000 Sb.' },
});
