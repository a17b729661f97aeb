import type { Handlers } from '../../shared/contract/api.ts';
import { aboutHandlers } from './about.ts';
import { backupHandlers } from './backups.ts';
import { programHandlers } from './programs.ts';
import { dashboardHandlers } from './dashboard.ts';
import { citizenHandlers } from './citizens.ts';
import { decisionHandlers } from './decisions.ts';
import { diagnosisHandlers } from './diagnosis.ts';
import { documentHandlers } from './documents.ts';
import { doorHandlers } from './doors.ts';
import type { Environment } from './environment.ts';
import { dropHandlers } from './drops.ts';
import { expectedHandlers } from './expected.ts';
import { exportHandlers } from './exports/exports.ts';
import { flussoHandlers } from './flussi.ts';
import { messageHandlers } from './messages/index.ts';
import { paymentHandlers } from './payments.ts';
import { positionHandlers } from './positions.ts';
import { privacyHandlers } from './privacy.ts';
import { profileHandlers } from './profiles.ts';
import { provvisorioHandlers } from './provvisori.ts';
import { quadraturaHandlers } from './quadratura.ts';
import { regularisationHandlers } from './regularisation.ts';
import { settingsHandlers } from './settings.ts';
import { trailHandlers } from './trail.ts';
import { updateHandlers } from './updates.ts';
import { verificationHandlers } from './verification.ts';

/** One handler for each row of the contract. */
export function createHandlers(environment: Environment): Handlers {
  return {
    ...aboutHandlers(environment),
    ...settingsHandlers(environment),
    ...documentHandlers(environment),
    ...dropHandlers(environment),
    ...dashboardHandlers(environment),
    ...paymentHandlers(environment),
    ...positionHandlers(environment),
    ...flussoHandlers(environment),
    ...expectedHandlers(environment),
    ...provvisorioHandlers(environment),
    ...profileHandlers(environment),
    ...regularisationHandlers(environment),
    ...quadraturaHandlers(environment),
    ...decisionHandlers(environment),
    ...programHandlers(environment),
    ...doorHandlers(environment),
    ...exportHandlers(environment),
    ...messageHandlers(environment),
    ...backupHandlers(environment),
    ...citizenHandlers(environment),
    ...privacyHandlers(environment),
    ...diagnosisHandlers(environment),
    ...updateHandlers(environment),
    ...verificationHandlers(environment),
    ...trailHandlers(environment),
  };
}
