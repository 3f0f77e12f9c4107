import { useState } from 'react';
import { useParams } from 'react-router';
import { answerErrors } from '../../../processes/formItems/answerErrors';
import type { ApplicationFormView } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { stripped, withDefaults } from '../forms/applies';
import { FormSteps } from '../forms/FormSteps';
import { Guarded } from '../session/Guarded';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { useWords } from '../words/context';

/** The form with nothing behind it: everything works and nothing is kept. */
export function Preview({ form, items }: Pick<ApplicationFormView, 'form' | 'items'>) {
  const { t, language } = useWords();
  const [data, setData] = useState(() => withDefaults(form.schema, {}));
  const sent = stripped(form.schema, data) as Record<string, unknown>;
  const errors = Object.fromEntries(Object.entries(answerErrors(items, sent)).map(([path, what]) => [path, what[language]]));
  return (
    <Page title={t.application.title}>
      <Notice>{t.application.preview}</Notice>
      <FormSteps
        form={form}
        data={data}
        onChange={setData}
        filesOf={null}
        server={{ errors, of: data }}
        title={t.application.title}
        saveLine={null}
        sendings={[]}
        busy={false}
        problem={null}
        attempt={0}
        onSend={() => undefined}
      />
    </Page>
  );
}

function Loaded({ programmeId }: { readonly programmeId: string }) {
  const { data, problem, reload } = useLoad<ApplicationFormView>(`/api/programmes/${encodeURIComponent(programmeId)}/form`, {
    fresh: true,
  });
  if (!data) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  return <Preview key={data.version} form={data.form} items={data.items} />;
}

/** The form of a programme as its applicants see it, for the officers who make it: everything works and nothing is kept. */
export function PreviewPage() {
  const { id = '' } = useParams();
  return <Guarded>{() => <Loaded programmeId={id} />}</Guarded>;
}
