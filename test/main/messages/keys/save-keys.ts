// A program of its own: it saves a key for each service that it is told, beside others that do the same.
import { createKeyRing } from '../../../../src/main/messages/keys/key-ring.ts';
import { fakeOs } from './fake-os.ts';

const [folder = '', ...services] = process.argv.slice(2);
const keys = createKeyRing({
  folder,
  ledgerId: 'ledger-1',
  environment: {},
  os: fakeOs('anna'),
  now: () => new Date().toISOString(),
});
for (const service of services) {
  const saved = await keys.save(service, `chiave-di-prova-${service}`, { keep: 'os', which: 'primary' });
  if (!saved.ok) throw new Error(saved.problem.code);
}
