import { pageOrigin } from '../../../shared/contract/port-names.ts';
import { answerPage, type PageFiles } from '../page-files.ts';

/** The page's own scheme: an origin of its own, secure, and nothing more than that. */
export const pageScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Answers the window's requests from the built page, under the same rules as the browser host. */
export function pageResponse(files: PageFiles, url: string, method: string): Response {
  const path = url.startsWith(`${pageOrigin}/`) && method === 'GET' ? url.slice(pageOrigin.length) : '';
  const { status, headers, body } = answerPage(files, path.split('#', 1)[0] ?? '');
  return new Response(new Uint8Array(body), { status, headers });
}
