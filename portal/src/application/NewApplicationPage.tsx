import { useEffect, useState } from 'react';
import { GovFormRadio } from '@gov-design-system-ce/react';
import { Link, useNavigate, useParams } from 'react-router';
import { covers } from '../../../processes/identities/identity';
import type { IdentityRow } from '../../../processes/identities/views';
import type { DraftRow } from '../../../processes/views';
import { request } from '../api/client';
import { asProblem, type ApiProblem } from '../api/problem';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { ActForm } from '../ui/ActForm';
import { Button, ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { RadioLabel } from '../ui/RadioLabel';
import { useWords } from '../words/context';
import { formatMoment } from '../words/dates';

/** Programmes are announced for grants; another kind of application would come with its own way in. */
const PROCESS = 'grant';

/** Drafts in this programme that wait already. */
function Waiting({ drafts, slug }: { readonly drafts: readonly DraftRow[]; readonly slug: string }) {
  const { t, language } = useWords();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t.applicants.waiting}</h2>
      <ul className="rows">
        {drafts.map((draft) => {
          const { projectTitle } = draft.data;
          const title = typeof projectTitle === 'string' && projectTitle !== '' ? projectTitle : t.cases.untitled;
          return (
            <li key={draft.id}>
              <span>
                <Link to={`/${slug}/zadost/${draft.id}`}>{t.cases.draftOf(title)}</Link>
                <small>
                  {draft.identityName !== null && `${t.applicants.inNameOf(draft.identityName)}, `}
                  {t.cases.changed(formatMoment(draft.updatedAt, language))}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ id, title, text, chosen, onChoose }: ChoiceProps) {
  return (
    <GovFormRadio identifier={id} name="applicant" size="m" value={id} checked={chosen} onChange={onChoose}>
      <RadioLabel id={id}>
        {title} <small>{text}</small>
      </RadioLabel>
    </GovFormRadio>
  );
}

interface BeginProps {
  readonly programmeId: string;
  readonly identities: readonly IdentityRow[];
  readonly drafts: readonly DraftRow[];
  readonly slug: string;
}

function Begin({ programmeId, identities, drafts, slug }: BeginProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [chosen, choose] = useState<string | null>(identities[0]?.id ?? null);
  const act = useAct();
  const begin = (): void =>
    act.run(async () => {
      const body = { processId: PROCESS, subjectId: programmeId, identityId: chosen };
      const draft = await request<DraftRow>('POST', '/api/drafts', { body });
      await navigate(`/${slug}/zadost/${draft.id}`, { replace: true });
    });
  return (
    <Page title={t.application.title}>
      <Waiting drafts={drafts} slug={slug} />
      <ActForm act={act} labels={{}} onSubmit={begin}>
        <h2 id="choose">{t.applicants.choose}</h2>
        <fieldset className="plain stack-s" aria-labelledby="choose">
          <p>{t.applicants.chooseLead}</p>
          {identities.map((one) => (
            <Choice
              key={one.id}
              id={`za-${one.id}`}
              title={one.name}
              text={one.ico === null ? one.municipality : `IČO ${one.ico}`}
              chosen={chosen === one.id}
              onChoose={() => choose(one.id)}
            />
          ))}
          <Choice
            id="za-sebe"
            title={t.applicants.justMe}
            text={t.applicants.justMeText}
            chosen={chosen === null}
            onChoose={() => choose(null)}
          />
        </fieldset>
        <p className="buttons">
          <Button submits busy={act.busy}>
            {drafts.length === 0 ? t.applicants.begin : t.applicants.another}
          </Button>
          <ButtonLink kind="other" to={`/${slug}/zadatele/novy`}>
            {t.applicants.add}
          </ButtonLink>
        </p>
      </ActForm>
    </Page>
  );
}

/** One start at a time for each programme, however often the page is drawn. */
const starting = new Map<string, Promise<DraftRow>>();

/** Who keeps no applicant and has nothing begun has nothing to choose. */
function beginOnce(programmeId: string): Promise<DraftRow> {
  const body = { processId: PROCESS, subjectId: programmeId };
  const running =
    starting.get(programmeId) ?? request<DraftRow>('POST', '/api/drafts', { body }).finally(() => starting.delete(programmeId));
  starting.set(programmeId, running);
  return running;
}

function AtOnce({ programmeId, slug }: { readonly programmeId: string; readonly slug: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let left = false;
    beginOnce(programmeId).then(
      (draft) => {
        if (!left) void navigate(`/${slug}/zadost/${draft.id}`, { replace: true });
      },
      (error: unknown) => {
        if (!left) setProblem(asProblem(error));
      },
    );
    return () => {
      left = true;
    };
  }, [programmeId, slug, navigate, round]);

  const again = (): void => {
    setProblem(null);
    setRound((before) => before + 1);
  };
  return problem ? <PageTrouble problem={problem} retry={again} /> : <Loading what={t.programme.starting} />;
}

function Starting({ programmeId }: { readonly programmeId: string }) {
  const { slug, tenant } = useTenant();
  const drafts = useLoad<readonly DraftRow[]>('/api/drafts', { fresh: true });
  const identities = useLoad<readonly IdentityRow[]>('/api/identities', { fresh: true });
  const problem = drafts.problem ?? identities.problem;
  const again = (): void => {
    drafts.reload();
    identities.reload();
  };
  if (!drafts.data || !identities.data) return problem ? <PageTrouble problem={problem} retry={again} /> : <Loading />;
  const place = slug ?? tenant?.slug ?? '';
  const own = identities.data.filter(({ may }) => covers(may, 'edit'));
  const waiting = drafts.data.filter((draft) => draft.subjectId === programmeId);
  if (own.length === 0 && waiting.length === 0) return <AtOnce programmeId={programmeId} slug={place} />;
  return <Begin programmeId={programmeId} identities={own} drafts={waiting} slug={place} />;
}

/** In whose name an application is begun; what waits in the programme already stands first, and another one may be begun beside it. */
export function NewApplicationPage() {
  const { id = '' } = useParams();
  return <Guarded>{() => <Starting key={id} programmeId={id} />}</Guarded>;
}
