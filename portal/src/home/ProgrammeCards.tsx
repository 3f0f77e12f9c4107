import { Link } from 'react-router';
import { formatMoney } from '../../../processes/money';
import type { ProgrammeView } from '../../../processes/views';
import { useWords } from '../words/context';
import { formatMoment } from '../words/dates';
import { byFund, type AreaGroup } from './groups';

interface CardProps {
  readonly programme: ProgrammeView;
  readonly slug: string;
  /** Of the heading: one under what the cards stand below. */
  readonly level: 'h3' | 'h5';
}

function Card({ programme, slug, level: Heading }: CardProps) {
  const { t, language } = useWords();
  const when = programme.open
    ? t.home.closesAt(formatMoment(programme.intakeClosesAt, language))
    : t.home.opensAt(formatMoment(programme.intakeOpensAt, language));
  return (
    <li className="card">
      <Heading>
        <Link to={`/${slug}/programy/${programme.id}`}>{programme.title}</Link>
      </Heading>
      <p className="amount">{t.home.upTo(formatMoney(programme.maxAmount))}</p>
      <p>{when}</p>
    </li>
  );
}

function Cards({ programmes, slug, level }: Omit<CardProps, 'programme'> & { readonly programmes: readonly ProgrammeView[] }) {
  return (
    <ul className="cards">
      {programmes.map((programme) => (
        <Card key={programme.id} programme={programme} slug={slug} level={level} />
      ))}
    </ul>
  );
}

function Area({ group, slug }: { readonly group: AreaGroup; readonly slug: string }) {
  return (
    <>
      {group.area !== '' && <h4 className="area-name">{group.area}</h4>}
      <Cards programmes={group.programmes} slug={slug} level="h5" />
    </>
  );
}

/** Programmes under the headings of their funds and areas, where the office has any. */
export function ProgrammeCards({ programmes, slug }: { readonly programmes: readonly ProgrammeView[]; readonly slug: string }) {
  const { t } = useWords();
  const funds = byFund(programmes);
  if (funds.every(({ fund }) => fund === null)) return <Cards programmes={programmes} slug={slug} level="h3" />;
  return (
    <>
      {funds.map(({ fund, areas }) => (
        <div key={fund ?? ''}>
          <h3 className="fund-name">{fund ?? t.home.otherProgrammes}</h3>
          {areas.map((group) => (
            <Area key={group.programmes[0]?.id} group={group} slug={slug} />
          ))}
        </div>
      ))}
    </>
  );
}
