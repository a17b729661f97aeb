import type { QueryProblem } from '../../../shared/contract/local-api/resources.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';

/** What this room needs to know of a schema of parameters. */
interface QuerySchema<Query> {
  readonly shape: object;
  safeParse(told: unknown):
    | { readonly success: true; readonly data: Query }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
        };
      };
}

/** What stands after `?`, checked: each parameter once, and none that is not described. */
export function readQuery<Query>(schema: QuerySchema<Query>, search: string): Result<Query, QueryProblem> {
  const known = Object.keys(schema.shape);
  const told = new Map<string, string | number>();
  for (const [parameter, value] of new URLSearchParams(search)) {
    if (!known.includes(parameter))
      return fail({ code: 'unknown-parameter', parameter: shown(parameter), known });
    if (told.has(parameter)) return fail({ code: 'repeated-parameter', parameter });
    told.set(parameter, parameter === 'limite' && /^\d{1,6}$/.test(value) ? Number(value) : value);
  }
  const read = schema.safeParse(Object.fromEntries(told));
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const parameter = String(issue?.path[0] ?? '');
  return fail({ code: 'bad-parameter', parameter, complaint: issue?.message ?? '' });
}

/** What a stranger wrote is said again only as far as it helps. */
function shown(text: string): string {
  return text.replaceAll(/[^\w.-]/g, '?').slice(0, 60);
}
