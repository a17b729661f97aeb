export type System = 'linux' | 'windows';

interface Starters {
  /** Where the package of that system's Node has its program. */
  readonly node: string;
  /** Scripts by name; each is what somebody double-clicks or types. */
  readonly files: Readonly<Record<string, string>>;
}

const readMe = `Tre Pallini, senza installazione

  Finestra:        avviare «Tre Pallini» (si apre in Edge, Chrome o Chromium)
  Riga di comando: «tre-pallini», per esempio «tre-pallini --aiuto»

I dati non stanno in questa cartella: si può sostituire con una versione nuova senza perderli.
La licenza è nel file LICENSE (EUPL-1.2), le novità in CHANGELOG.md.
`;

const linux = (entry: string): string => `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/node/node" "$here/app/out/main/${entry}.js" "$@"
`;

const windows = (entry: string): string =>
  `@echo off\r\n"%~dp0node\\node.exe" "%~dp0app\\out\\main\\${entry}.js" %*\r\n`;

export const starters: Readonly<Record<System, Starters>> = {
  linux: {
    node: 'bin/node',
    files: { 'Tre Pallini.sh': linux('browser'), 'tre-pallini': linux('cli'), 'LEGGIMI.txt': readMe },
  },
  windows: {
    node: 'bin/node.exe',
    files: {
      'Tre Pallini.cmd': windows('browser'),
      'tre-pallini.cmd': windows('cli'),
      'LEGGIMI.txt': readMe.replaceAll('\n', '\r\n'),
    },
  },
};
