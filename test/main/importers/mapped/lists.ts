import { bytesInMemory } from '../../../../src/main/importers/bytes.ts';
import { firstRows } from '../../../../src/main/importers/mapped/first-rows.ts';
import { proposeProfile, type Proposal } from '../../../../src/main/importers/mapped/propose.ts';
import { profileOf, type ProfileDraft } from '../../../../src/shared/domain/profile-draft.ts';
import type { Profile, ProfileKind } from '../../../../src/shared/domain/profile.ts';

export const iuf = '2026-03-04BINVIT9X-1';
export const pagoPa = `/PUR/LGPE-RIVERSAMENTO/URI/${iuf}`;

/** The proposal for a file; throws when it is no list. */
export function proposalOf(content: string | Uint8Array): Proposal {
  const proposal = maybeProposal(content);
  if (proposal === null) throw new Error('no list');
  return proposal;
}

export function maybeProposal(content: string | Uint8Array): Proposal | null {
  const rows = firstRows(bytesInMemory(typeof content === 'string' ? Buffer.from(content) : content), 400);
  if (!rows.ok) throw new Error(JSON.stringify(rows.problem));
  return proposeProfile(rows.value);
}

/** The profile that a person makes of a proposal by changing only this. */
export function confirm(
  content: string | Uint8Array,
  name = 'Banca di Prova',
  change: Partial<ProfileDraft> = {},
  what?: ProfileKind,
): Profile {
  const proposal = proposalOf(content);
  const profile = profileOf(name, proposal.table, { ...proposal.drafts[what ?? proposal.what], ...change });
  if (profile === null) throw new Error('the proposal lacks something');
  return profile;
}

/** A statement in columns: its lines, cut by `;`. */
export function lines(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}
