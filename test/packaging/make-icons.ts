/**
 * `npm run icons`: the icons of the program from the one drawing, `resources/icons/icon.svg`, drawn by the browser of this
 * computer. What was made from which drawing is noted in `made.json`, which a test holds against the files.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../e2e/helpers/chromium.ts';
import { writeIcns } from '../../resources/packaging/pictures/icns.ts';
import { writeIco } from '../../resources/packaging/pictures/ico.ts';
import type { Pixels } from '../../resources/packaging/pictures/pixels.ts';
import { writePng } from '../../resources/packaging/pictures/png.ts';

const folder = 'resources/icons';
const drawing = readFileSync(`${folder}/icon.svg`, 'utf8');
const sides = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
const page = await browser.newPage();
const pictures: Pixels[] = [];
for (const side of sides) pictures.push(await draw(page, side));
await browser.close();

const files: Record<string, Buffer> = {
  'icon.ico': writeIco(pictures.filter(({ side }) => side <= 256 && side !== 128)),
  'icon.icns': writeIcns(pictures),
};
for (const picture of pictures.filter(({ side }) => side <= 512))
  files[`linux/${picture.side}x${picture.side}.png`] = writePng(picture);

mkdirSync(`${folder}/linux`, { recursive: true });
for (const [name, bytes] of Object.entries(files)) writeFileSync(`${folder}/${name}`, bytes);
// The page has the same one beside its title.
writeFileSync('src/renderer/public/icon.svg', drawing);
const made = {
  drawing: digest(drawing),
  files: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, digest(bytes)])),
};
writeFileSync(`${folder}/made.json`, `${JSON.stringify(made, null, 2)}\n`);
console.log(`${Object.keys(files).length} icone in ${folder}`);

async function draw(sheet: Page, side: number): Promise<Pixels> {
  const dots = await sheet.evaluate(
    async ([svg, size]) => {
      const image = new Image(size, size);
      image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      await image.decode();
      const canvas = new OffscreenCanvas(size, size);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas here');
      pen.drawImage(image, 0, 0, size, size);
      return [...pen.getImageData(0, 0, size, size).data];
    },
    [drawing, side] as const,
  );
  return { side, bytes: Uint8Array.from(dots) };
}

function digest(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
