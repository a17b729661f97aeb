/** Until there is a window, whoever starts one is told where the program is. */
export function sayThereIsNoWindow(): void {
  process.stderr.write(
    'Questa versione non ha ancora una finestra: si usa con «npm run -s cli -- --aiuto».\n',
  );
  process.exitCode = 2;
}
