import { expect, it } from 'vitest';
import { refusedRowsFile } from '../../../src/main/exports/refused-rows.ts';

it.each([
  ['fdr.xml', 'fdr.xml-righe-scartate.csv'],
  ['carte.zip/marzo/è così.xml', 'carte.zip-marzo-è così.xml-righe-scartate.csv'],
  ['../../etc/passwd', '-..-etc-passwd-righe-scartate.csv'],
  ['a:b*c?"<>|\u0000\n.xml', 'a-b-c-------.xml-righe-scartate.csv'],
  ['...', 'documento-righe-scartate.csv'],
])('the file of the refused lines of %j has a name that every system can write', (document, name) => {
  expect(refusedRowsFile(document, []).name).toBe(name);
});
