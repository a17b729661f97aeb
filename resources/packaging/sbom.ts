/**
 * `npm run sbom`: the parts of a release as CycloneDX, in `out/sbom.cdx.json`. npm calls everything that the build puts
 * inside the page a part of development; here what leaves the house is `required`, and the tools are `excluded`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readLock, shippedPackages } from './shipped.ts';

interface Bom {
  metadata: { component: { name: string; version: string; 'bom-ref': string; purl: string } };
  components: { 'bom-ref': string; name: string; version: string; scope: string; properties?: Property[] }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

interface Property {
  name: string;
  value: string;
}

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
};
const text = execFileSync(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
  {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  },
);
const bom = JSON.parse(text) as Bom;
const lock = readLock('.');
const shipped = new Set(
  [...shippedPackages('.', lock), 'node_modules/electron'].map(
    (place) =>
      `${place.slice(place.lastIndexOf('node_modules/') + 13)}@${lock.packages[place]?.version ?? ''}`,
  ),
);

// npm names the program after the folder in which it lies.
const own = bom.metadata.component;
const before = own['bom-ref'];
Object.assign(own, { name, version, 'bom-ref': `${name}@${version}`, purl: `pkg:npm/${name}@${version}` });
for (const one of bom.dependencies) if (one.ref === before) one.ref = own['bom-ref'];
for (const component of bom.components) {
  const isShipped = shipped.has(`${component.name}@${component.version}`);
  component.scope = isShipped ? 'required' : 'excluded';
  if (isShipped) delete component.properties;
}
mkdirSync('out', { recursive: true });
writeFileSync('out/sbom.cdx.json', `${JSON.stringify(bom, null, 2)}\n`);
console.log(`out/sbom.cdx.json: ${shipped.size} parti nel programma, ${bom.components.length} in tutto`);
