import { query } from '../../models';

/** One write of a commit. */
export interface Write {
  /** The row that it touches, or the kind of rows where it only adds: two writes of the same go one after the other. */
  readonly of: string;
  /** An insert, update or delete of one statement. */
  readonly sql: string;
  readonly bind: readonly unknown[];
}

/** The same statement with its values counted from `$offset + 1`. */
function shifted(sql: string, offset: number): string {
  return sql.replace(/\$(\d+)/g, (_all, place: string) => `$${Number(place) + offset}`);
}

async function writeRound(writes: readonly Write[]): Promise<void> {
  let offset = 0;
  const parts = writes.map(({ sql, bind }, index) => {
    const part = `w${index} as (${shifted(sql, offset)})`;
    offset += bind.length;
    return part;
  });
  await query(
    `with ${parts.join(', ')} select`,
    writes.flatMap(({ bind }) => bind),
  );
}

/**
 * Does the writes in as few trips to the database as their order allows, mostly one. Writes of one trip do not see each
 * other, so those of the same row go one after the other. Inside inTenant.
 */
export async function writeTogether(writes: readonly Write[]): Promise<void> {
  for (let left = writes; left.length > 0;) {
    const taken = new Set<string>();
    const round: Write[] = [];
    const later: Write[] = [];
    for (const write of left) {
      (taken.has(write.of) ? later : round).push(write);
      taken.add(write.of);
    }
    await writeRound(round);
    left = later;
  }
}
