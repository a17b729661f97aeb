import type { LaunchProblem } from '../../shared/wording/launch.ts';

export interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const storedToken = 'tre-pallini.sessione';

/**
 * The token that goes with every question: from the launch code of the address, once, or kept from before a reload.
 * The storage is the tab's own and goes with it.
 */
export async function openSession(
  fragment: string,
  storage: Storage,
  ask: typeof fetch,
): Promise<{ readonly token: string } | LaunchProblem> {
  const code = new URLSearchParams(fragment.replace(/^#/, '')).get('codice');
  const kept = storage.getItem(storedToken);
  if (code === null) return kept === null ? 'launch-missing' : { token: kept };
  const answer = await exchange(code, ask);
  if (typeof answer === 'object') storage.setItem(storedToken, answer.token);
  // The same address again in the same tab: the session it opened still stands.
  else if (answer === 'launch-spent' && kept !== null) return { token: kept };
  return answer;
}

async function exchange(
  code: string,
  ask: typeof fetch,
): Promise<{ readonly token: string } | LaunchProblem> {
  let response: Response;
  try {
    response = await ask('/sessione', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ codice: code }),
    });
  } catch {
    return 'host-silent';
  }
  if (response.status === 409) return 'launch-spent';
  const body: unknown = response.ok ? await response.json() : null;
  const hasToken = typeof body === 'object' && body !== null && 'token' in body;
  return hasToken ? { token: String(body.token) } : 'launch-missing';
}
