import { useCanAccess } from 'react-admin';
import type { ProgrammeView } from '../../../../processes/views';
import type { ProgrammeForm } from '../../api/dataProvider';
import { useOne } from '../../api/reads';
import { Loaded } from '../../shared/Loaded';
import { Desk } from './Desk';

interface FormDesignerProps {
  readonly programme: ProgrammeView;
  /** Told whether there is something that leaving would lose. */
  readonly onUnsaved: (unsaved: boolean) => void;
}

/** What the programme asks beyond the law, put together by an officer without a programmer. */
export default function FormDesigner({ programme, onUnsaved }: FormDesignerProps) {
  const read = useOne<ProgrammeForm>('programmeForms', programme.id, { fresh: true });
  const { canAccess: mayEdit = false } = useCanAccess({ resource: 'programmes', action: 'edit' });
  return (
    <Loaded read={read} lines={6}>
      {(form) => (
        <Desk form={form} readAgain={read.again} isClosed={programme.state === 'closed'} mayEdit={mayEdit} onUnsaved={onUnsaved} />
      )}
    </Loaded>
  );
}
