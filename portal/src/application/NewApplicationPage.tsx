import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { DraftRow } from '../../../processes/views';
import { request } from '../api/client';
import { asProblem, type ApiProblem } from '../api/problem';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { Loading } from '../ui/Loading';
import { PageTrouble } from '../ui/Problem';
import { useWords } from '../words/context';

/** Programmes are announced for grants; another kind of application would come with its own way in. */
const PROCESS = 'grant';

/** One start at a time for each programme, however often the page is drawn. */
const starting = new Map<string, Promise<DraftRow>>();

/** The draft for this programme that waits already, or a new one. */
async function begin(programmeId: string): Promise<DraftRow> {
  const drafts = await request<readonly DraftRow[]>('GET', '/api/drafts');
  const waiting = drafts.find((draft) => draft.subjectId === programmeId && draft.submittedAt === null);
  return waiting ?? request<DraftRow>('POST', '/api/drafts', { body: { processId: PROCESS, subjectId: programmeId } });
}

function beginOnce(programmeId: string): Promise<DraftRow> {
  const running = starting.get(programmeId) ?? begin(programmeId).finally(() => starting.delete(programmeId));
  starting.set(programmeId, running);
  return running;
}

function Starting({ programmeId }: { readonly programmeId: string }) {
  const { t } = useWords();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let left = false;
    beginOnce(programmeId).then(
      (draft) => {
        if (!left) void navigate(`/${slug ?? ''}/zadost/${draft.id}`, { replace: true });
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

export function NewApplicationPage() {
  const { id = '' } = useParams();
  return <Guarded>{() => <Starting programmeId={id} />}</Guarded>;
}
