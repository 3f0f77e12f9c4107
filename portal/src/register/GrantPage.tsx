import { Link, useParams } from 'react-router';
import { formatMoney } from '../../../processes/money';
import type { PublicGrant, PublishedSettlement } from '../../../processes/publicSettlement/views';
import type { RegisterRow } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { useTenant } from '../tenant/context';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { formatDay } from '../words/dates';

type Fact = readonly [label: string, value: string];

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function GrantFacts({ grant }: { readonly grant: RegisterRow }) {
  const { t, language } = useWords();
  const words = t.publicGrant;
  const states = { awarded: t.publicRegister.awardedState, settled: t.publicRegister.settledState, ended: t.publicRegister.endedState };
  const money = (label: string, haler: number | null): Fact[] => (haler === null ? [] : [[label, formatMoney(haler)]]);
  const decided = [
    grant.decidedOn === null ? '' : formatDay(grant.decidedOn, language),
    grant.resolutionNumber === null ? '' : `${t.publicRegister.resolution} ${grant.resolutionNumber}`,
  ].filter((part) => part !== '');
  return (
    <Facts
      facts={[
        [words.recipient, [grant.applicantName, grant.municipality, ...(grant.ico === null ? [] : [`IČO ${grant.ico}`])].join(', ')],
        [words.programme, grant.programmeTitle],
        [words.awarded, formatMoney(grant.awarded)],
        ...money(words.paid, grant.paid),
        ...money(words.accepted, grant.accepted),
        ...money(words.returned, grant.returned),
        ...(decided.length === 0 ? [] : [[words.decided, decided.join(', ')] as const]),
        [words.state, states[grant.state]],
      ]}
    />
  );
}

function Items({ settlement, title }: { readonly settlement: PublishedSettlement; readonly title: string }) {
  const { t } = useWords();
  const words = t.publicGrant;
  const { items, sums } = settlement;
  const amounts = (of: PublishedSettlement['sums']) =>
    (
      [
        [words.amount, of.amount],
        [words.fromGrant, of.fromGrant],
        [words.recognised, of.accepted],
      ] as const
    ).map(([label, haler]) => (
      <td key={label} data-label={label} className="number">
        {formatMoney(haler)}
      </td>
    ));
  return (
    <table className="table">
      <caption className="hidden">{title}</caption>
      <thead>
        <tr>
          {[words.item, words.document].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          {[words.amount, words.fromGrant, words.recognised].map((name) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={index}>
            <th scope="row" data-label={words.item}>
              {item.description ?? <em>{words.leftOut}</em>}
            </th>
            <td data-label={words.document}>{item.documentNumber ?? <em>{words.leftOut}</em>}</td>
            {amounts(item)}
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={2}>
            <strong>{words.sum}</strong>
          </th>
          {amounts(sums)}
        </tr>
      </tbody>
    </table>
  );
}

function Settlement({ settlement, address }: { readonly settlement: PublishedSettlement; readonly address: string }) {
  const { t, language } = useWords();
  const words = t.publicGrant;
  const { id, ordinal, own, ownShare, unspent, returned, report } = settlement;
  const day = (of: 'submittedOn' | 'acceptedOn' | 'publishedOn') => formatDay(settlement[of], language);
  const share = (ownShare / 100).toLocaleString(language === 'cs' ? 'cs-CZ' : 'en-GB', { maximumFractionDigits: 2 });
  const facts: Fact[] = [[words.own, `${formatMoney(own)} (${words.ofCosts(share)})`]];
  if (unspent !== null) facts.push([words.unspent, formatMoney(unspent)]);
  if (unspent !== null && unspent > 0) facts.push([words.returnedBy(day('publishedOn')), formatMoney(returned ?? 0)]);
  return (
    <section aria-labelledby={`settlement-${ordinal}`}>
      <h3 id={`settlement-${ordinal}`}>{words.one(ordinal)}</h3>
      <p>{words.when(day('submittedOn'), day('acceptedOn'), day('publishedOn'))}</p>
      <Items settlement={settlement} title={words.one(ordinal)} />
      <div className="after-table">
        <Facts facts={facts} />
      </div>
      {report !== null && (
        <>
          <h4>{words.report}</h4>
          <div className="prose">
            <p>{report}</p>
          </div>
        </>
      )}
      <p className="no-print">
        <a href={`${address}/settlements/${id}`} target="_blank" rel="noreferrer">
          {words.pdf(ordinal)}
        </a>
      </p>
    </section>
  );
}

/** One grant of the register: to whom, how much, and what it was spent on once the office publishes it. */
export function GrantPage() {
  const { t } = useWords();
  const { slug } = useTenant();
  const { caseId = '' } = useParams();
  const address = `/api/public/${slug ?? ''}/register/${encodeURIComponent(caseId)}`;
  const { data, problem, reload } = useLoad<PublicGrant>(address);
  if (!data) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  const words = t.publicGrant;
  return (
    <Page
      title={data.grant.projectTitle}
      above={
        <p className="no-print">
          <Link to={`/${slug ?? ''}/registr`}>{words.back}</Link>
        </p>
      }
    >
      <GrantFacts grant={data.grant} />
      <section aria-labelledby="spent">
        <h2 id="spent">{words.spent}</h2>
        <p>{data.settlements.length === 0 ? words.nothing : words.spentText}</p>
        {data.settlements.map((settlement) => (
          <Settlement key={settlement.id} settlement={settlement} address={address} />
        ))}
      </section>
    </Page>
  );
}
