import type { Handlers } from '../../shared/contract/api.ts';
import { dashboardHandlers } from './dashboard.ts';
import { documentHandlers } from './documents.ts';
import type { Environment } from './environment.ts';
import { flussoHandlers } from './flussi.ts';
import { paymentHandlers } from './payments.ts';
import { provvisorioHandlers } from './provvisori.ts';
import { settingsHandlers } from './settings.ts';
import { verificationHandlers } from './verification.ts';

/** One handler for each row of the contract. */
export function createHandlers(environment: Environment): Handlers {
  return {
    ...settingsHandlers(environment),
    ...documentHandlers(environment),
    ...dashboardHandlers(environment),
    ...paymentHandlers(environment),
    ...flussoHandlers(environment),
    ...provvisorioHandlers(environment),
    ...verificationHandlers(environment),
  };
}
