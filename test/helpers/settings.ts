import { inventedEnte } from '../../src/main/demo/invented-ente.ts';
import type { Input } from '../../src/shared/contract/api.ts';

export type Settings = Input<'settings.write'>['settings'];

/** Our invented ente, our own code 01, another partner with code 05. */
export const officeSettings: Settings = {
  ente: { codiceFiscale: inventedEnte.codiceFiscale, denominazione: inventedEnte.denominazione },
  codiciPropri: ['01'],
  altriPartner: [{ codice: '05', nome: 'Altro Partner' }],
  servizi: [{ id: 'tari', nome: 'TARI', codici: ['01'] }],
};
