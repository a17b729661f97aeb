// Plain JavaScript, so that also a Node too old for TypeScript can say what is missing.
import { missingRuntime, startFaster } from '../runtime.mjs';

// The database library ends an older Node with a crash: this must be known before anything loads it.
const missing = missingRuntime();
if (missing === null) {
  startFaster();
  const { main } = await import('./browser.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(`${missing}\n`);
  process.exitCode = 1;
}
