import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Given to Node with `--import`: the last line that the program prints is the list of what it loaded.
const loaded = [];
registerHooks({
  load(url, context, next) {
    loaded.push(url);
    return next(url, context);
  },
});
process.on('exit', () => writeSync(1, `\n${JSON.stringify(loaded)}\n`));
