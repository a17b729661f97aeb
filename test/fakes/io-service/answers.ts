/** What is to be written on the wire. */
export interface Answer {
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function json(code: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    code,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** An error of the application. */
export function problem(code: number, title: string, detail: string): Answer {
  return {
    code,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
    body: JSON.stringify({ detail, status: code, title }),
  };
}

/** An error of the gateway before it. */
export function gateway(
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return json(code, { statusCode: code, message }, headers);
}

export function html(code: number, title: string): Answer {
  return {
    code,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
  };
}

export function empty(code: number): Answer {
  return { code, headers: {}, body: '' };
}
