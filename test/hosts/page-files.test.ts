import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerPage, readPageFiles } from '../../src/main/hosts/page-files.ts';
import { climbsTo } from '../helpers/climbs.ts';

describe('the files of the page', () => {
  it('are those that were built, each with its type', () => {
    const files = aBuiltPage();
    expect(answerPage(files, '/').headers['Content-Type']).toBe('text/html; charset=utf-8');
    expect(answerPage(files, '/index.html').status).toBe(200);
    expect(answerPage(files, '/assets/index-a1.js').headers['Content-Type']).toBe(
      'text/javascript; charset=utf-8',
    );
    expect(answerPage(files, '/assets/index-a1.css').headers['Content-Type']).toBe('text/css; charset=utf-8');
    expect(answerPage(files, '/icon.svg').headers['Content-Type']).toBe('image/svg+xml');
    expect(answerPage(files, '/assets/index-a1.js.map').status).toBe(404);
    expect(answerPage(files, '/secret').status).toBe(404);
  });

  it('are nothing when the page was not built', () => {
    expect(readPageFiles(join(tmpdir(), 'no-such-folder'))).toBe(null);
  });

  it('are of one build while the program runs; only pictures are read when somebody looks', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-pagina-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of ['index.html', 'a.js', 'a.png', 'b.png']) writeFileSync(join(folder, name), 'before');
    const files = readPageFiles(folder);
    if (files === null) throw new Error('the page was not read');
    for (const name of ['index.html', 'a.js', 'a.png']) writeFileSync(join(folder, name), 'after');
    rmSync(join(folder, 'b.png'));
    const told = (path: string) => answerPage(files, path).body.toString();
    expect(told('/')).toBe('before');
    expect(told('/a.js')).toBe('before');
    expect(told('/a.png')).toBe('after');
    expect(answerPage(files, '/b.png').status).toBe(404);
  });

  it.each(climbs())('are not left by «%s»', (path) => {
    const answer = answerPage(aBuiltPage(), path);
    expect(answer.status).toBe(404);
    expect(answer.body.length).toBe(0);
  });
});

/** Ways of asking for a file that stands beside the page and not in it. */
function climbs(): string[] {
  return [
    ...climbsTo('secret.html').map((path) => `/${path}`),
    '/assets/../../secret.html',
    '/assets/..%2f..%2fsecret.html',
    '//secret.html',
    'secret.html',
    '/index.html/../../secret.html',
    '/index.html\0.js',
    'file:///etc/passwd',
    'C:\\Windows\\win.ini',
    '/?/../../secret.html',
    '',
  ];
}

function aBuiltPage() {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'secret');
  for (const name of [
    'index.html',
    'icon.svg',
    'secret',
    'assets/index-a1.js',
    'assets/index-a1.css',
    'assets/index-a1.js.map',
  ])
    writeFileSync(join(renderer, name), name);
  const files = readPageFiles(renderer);
  if (files === null) throw new Error('the page was not read');
  return files;
}
