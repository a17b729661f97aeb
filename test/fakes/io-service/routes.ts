import type { IncomingMessage } from 'node:http';
import type { Operation } from './faults.ts';

export interface Route {
  readonly operation: Operation;
  readonly fiscalCode: string | null;
  readonly id: string | null;
}

export function routeOf({ method = '', url = '' }: IncomingMessage): Route | null {
  const [, resource, ...rest] =
    /^\/api\/v1\/(profiles|messages)(?:\/([^/?]+))?(?:\/([^/?]+))?\/?$/.exec(url) ?? [];
  const [fiscalCode = null, id = null] = rest.map((part) =>
    part === undefined ? null : decodeURIComponent(part),
  );
  const route = (operation: Operation) => ({ operation, fiscalCode, id });
  if (resource === 'messages' && method === 'POST' && id === null) return route('message');
  if (resource === 'messages' && method === 'GET' && id !== null) return route('status');
  if (resource === 'profiles' && method === 'POST' && fiscalCode === null) return route('profile');
  if (resource === 'profiles' && method === 'GET' && fiscalCode !== null && id === null)
    return route('profile');
  return null;
}

export function keyOf(request: IncomingMessage): string | undefined {
  const key = request.headers['ocp-apim-subscription-key'];
  return typeof key === 'string' && key !== '' ? key : undefined;
}

export function fiscalCodeIn(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'fiscal_code' in value ? value.fiscal_code : null;
  } catch {
    return null;
  }
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
