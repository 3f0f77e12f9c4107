/** What the office says of one document of a settlement. */
export const VERDICTS = ['accepted', 'partly', 'refused'] as const;
