import type { Handlers, Output } from '../../../shared/contract/api.ts';
import { checkTemplate } from '../../../shared/domain/message/check-template.ts';
import { parseListProfile } from '../../../shared/domain/message/list-profile.ts';
import type { TemplateComplaint } from '../../../shared/domain/message/template-complaint.ts';
import { parseTemplate } from '../../../shared/domain/message/template.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { listProfiles, ownTemplates } from '../../ledger/messages/texts.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { readSettings } from '../../ledger/settings.ts';
import { builtInTemplates, builtInTemplateSource } from '../../messages/templates.ts';
import type { Environment } from '../environment.ts';

type Answered = Extract<keyof Handlers, `templates.${string}` | `lists.${string}`>;

export function textHandlers(environment: Environment): Pick<Handlers, Answered> {
  const { writer } = environment;
  return {
    async 'templates.list'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const names = new Set([
        ...builtInTemplates().keys(),
        ...ownTemplates(ledger.value).map(({ name }) => name),
      ]);
      const ente = readSettings(ledger.value).ente?.denominazione ?? null;
      return ok({
        templates: [...names].flatMap((name) => {
          const text = templateText(ledger.value, name);
          return text === null ? [] : [showTemplate(name, text, ente)];
        }),
      });
    },
    async 'templates.save'({ name, text }) {
      const now = environment.now();
      const saved = await writer.run('save-template', { name, text, author: environment.author }, { now });
      if (!saved.ok) return saved;
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok(showTemplate(name, text, readSettings(ledger.value).ente?.denominazione ?? null));
    },
    async 'templates.restore'({ name }) {
      const removed = await writer.run('remove-template', { name }, { now: environment.now() });
      return removed.ok ? ok({}) : removed;
    },
    async 'lists.propose'({ parcel }, { signal }) {
      const file = environment.parcels.find(parcel);
      if (file === null) return fail({ code: 'no-such-parcel', parcel });
      return writer.run('propose-list', { file }, { now: environment.now(), signal });
    },
    async 'lists.profiles'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok({
        profiles: listProfiles(ledger.value).flatMap(({ name, profile }) => {
          const read = parseListProfile(JSON.parse(profile));
          return read.ok ? [{ name, profile: read.value }] : [];
        }),
      });
    },
    async 'lists.saveProfile'({ profile }) {
      const read = parseListProfile(profile);
      if (!read.ok) return fail({ code: 'list-profile-refused', problem: read.problem });
      const { name } = read.value;
      const saved = await writer.run(
        'save-list-profile',
        { name, profile: JSON.stringify(read.value) },
        { now: environment.now() },
      );
      return saved.ok ? ok({ name, profile: read.value }) : saved;
    },
    async 'lists.removeProfile'({ name }) {
      const removed = await writer.run('remove-list-profile', { name }, { now: environment.now() });
      return removed.ok ? ok({}) : removed;
    },
  };
}

/** As the office changed it, else as it came with the program; null for no such name. */
export function templateText(ledger: ReadableLedger, name: string): string | null {
  const own = ownTemplates(ledger).find((template) => template.name === name);
  return own?.text ?? builtInTemplateSource(name);
}

function showTemplate(name: string, text: string, ente: string | null): Output<'templates.save'> {
  const source = builtInTemplateSource(name);
  const origin = { builtIn: source !== null, edited: source !== text };
  const read = parseTemplate(name, text);
  if (!read.ok) return { ...unreadable(name), ...origin, text, complaints: read.problem };
  const { title, description, kind, service, withNotice } = read.value;
  const complaints: readonly TemplateComplaint[] = checkTemplate(read.value, { ente });
  return { name, title, description, kind, service, payment: withNotice, ...origin, text, complaints };
}

function unreadable(name: string) {
  return { name, title: name, description: '', kind: '', service: null, payment: false };
}
