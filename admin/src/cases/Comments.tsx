import { Box, Button, TextField, Typography } from '@mui/material';
import type { SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { CommentView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { useParts } from '../api/reads';
import { useSession } from '../auth/useSession';
import { formatDateTime } from '../shared/dates';
import { Loaded } from '../shared/Loaded';
import { useKeptText } from '../shared/useKeptText';

/** Notes of the office on the case; the applicant does not see them. */
export function Comments({ caseId, mayWrite }: { readonly caseId: string; readonly mayWrite: boolean }) {
  const translate = useTranslate();
  const read = useParts<CommentView>('comments', caseId);
  const act = useAct();
  const { text, change, forget } = useKeptText(useSession()?.user.id, `comment.${caseId}`);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    const done = await act.run((provider) => provider.comment(caseId, text.trim()), text, 'postup.cases.commentAdded');
    if (done) forget();
  };
  return (
    <Box>
      <Loaded read={read}>
        {(comments) =>
          comments.length === 0 ? (
            <Typography variant="body2" color="text.secondary">
              {translate('postup.cases.noComments')}
            </Typography>
          ) : (
            <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {comments.map((comment) => (
                <Box component="li" key={comment.id} sx={{ mb: 1 }}>
                  <Typography variant="caption" color="text.secondary">
                    {comment.author.name}, {formatDateTime(comment.createdAt)}
                  </Typography>
                  <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                    {comment.text}
                  </Typography>
                </Box>
              ))}
            </Box>
          )
        }
      </Loaded>
      {mayWrite && (
        <Box component="form" onSubmit={(event: SyntheticEvent) => void submit(event)} sx={{ mt: 1 }}>
          <TextField
            label={translate('postup.cases.comment')}
            value={text}
            onChange={(event) => change(event.target.value)}
            multiline
            minRows={2}
            fullWidth
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
          <Button type="submit" size="small" variant="outlined" disabled={act.busy || text.trim() === ''}>
            {translate('postup.cases.addComment')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
