import { base64File } from './base64-file.ts';
import { gzip } from './gzip.ts';
import { jsonList } from './json-list.ts';
import { multipart } from './multipart.ts';
import { p7m } from './p7m.ts';
import type { Wrapping } from './wrapping.ts';
import { xml } from './xml.ts';
import { zip } from './zip.ts';

/** Every way in which a file may be wrapped. The order has no meaning: each knows its own by their beginning. */
export const wrappings: readonly Wrapping[] = [zip, gzip, p7m, xml, jsonList, base64File, multipart];
