import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findSoffice } from './soffice.ts';

// It takes about a minute, which `npm test` cannot spend: `npm run libreoffice` asks for it.
if (findSoffice() === null) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0)
    throw new Error('No LibreOffice on this computer: install it.');
  process.stderr.write('No LibreOffice here: installing Debian’s libreoffice-calc…\n');
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-calc'], {
    stdio: 'inherit',
  });
}
