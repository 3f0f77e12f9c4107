import { words } from '../../processes/words';
import { invalid, malformed } from '../problems';

const MAX_DEPTH = 40;

/** A lone half of a surrogate pair: no character, and no database stores it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Overrides of the direction of writing: they make a text read otherwise than it is. */
const TURNED = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * Refuses what no field may hold, whatever its schema: NUL and broken Unicode (Postgres stores neither), overrides of the direction of writing, and nesting
 * so deep that reading it would exhaust the stack.
 * @throws ProblemError 422 naming the field, or 400 for the nesting.
 */
export function refuseUnstorable(root: unknown): void {
  const queue: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: root, path: [] }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { value, path } = next;
    if (typeof value === 'string') {
      if (TURNED.test(value)) {
        throw invalid({
          [path.join('.') || 'body']: words(
            'Text obsahuje neviditelný znak, který obrací směr psaní. Napište ho znovu bez něj.',
            'The text contains an invisible character that turns the direction of writing. Type it again without it.',
          ),
        });
      }
      if (value.includes('\0') || LONE_SURROGATE.test(value)) {
        throw invalid({
          [path.join('.') || 'body']: words(
            'Text obsahuje znak, který nelze uložit.',
            'The text contains a character that cannot be stored.',
          ),
        });
      }
    } else if (typeof value === 'object' && value !== null) {
      if (path.length >= MAX_DEPTH) throw malformed(words('Údaje jsou příliš hluboko zanořené.', 'The data is nested too deep.'));
      for (const [key, inner] of Object.entries(value)) {
        queue.push({ value: inner, path: [...path, key] });
        if (key.includes('\0') || LONE_SURROGATE.test(key))
          throw malformed(words('Název údaje obsahuje nepřípustný znak.', 'A field name contains a character that is not allowed.'));
      }
    }
  }
}
