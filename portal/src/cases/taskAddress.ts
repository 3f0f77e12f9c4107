/** Ids of tasks have dots, and an address that ends in a dot and something is taken for a file by web servers: in addresses a tilde stands for it. */
export function taskAddress(slug: string, task: { readonly id: string; readonly caseId: string }): string {
  return `/${slug}/moje/${task.caseId}/ukol/${task.id.replaceAll('.', '~')}`;
}

/** The id of the task in the last part of such an address. */
export function taskIdIn(part: string): string {
  return part.replaceAll('~', '.');
}
