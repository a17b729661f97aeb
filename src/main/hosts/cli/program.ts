/** What a command works with, loaded when one runs. */
export { sayNotice } from '../../../shared/wording/backups.ts';
export { createCore } from '../../core.ts';
export { built } from '../built.ts';
export { author, version } from '../identity.ts';
export { createHostLog } from '../log/host-log.ts';
export { createOffice } from '../office.ts';
export { policiesOf } from '../policies.ts';
export { lookAtPlace } from '../place.ts';
