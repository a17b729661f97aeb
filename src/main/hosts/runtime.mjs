import module from 'node:module';

/** Node-API of Node 22.14 and later, which better-sqlite3 is built for. */
const neededNodeApi = 10;

/**
 * One sentence when this Node cannot run the program, else null.
 * @param {string | undefined} napi
 * @param {string} version
 * @returns {string | null}
 */
export function missingRuntime(napi = process.versions['napi'], version = process.version) {
  if (Number(napi ?? 0) >= neededNodeApi) return null;
  return `Tre Pallini ha bisogno di Node 24; questo è ${version}. Avviarlo con «npm run», che usa la versione giusta.`;
}

/** Keeps what Node compiles for the next start, in its own temporary folder: commands start three times as fast. */
export function startFaster() {
  module.enableCompileCache();
}
