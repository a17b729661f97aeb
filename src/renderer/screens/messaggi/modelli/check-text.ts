import { checkTemplate } from '../../../../shared/domain/message/check-template.ts';
import type { TemplateComplaint } from '../../../../shared/domain/message/template-complaint.ts';
import { parseTemplate, type Template } from '../../../../shared/domain/message/template.ts';

/** A text as it is typed: what it says, and what is wrong with it. */
export interface CheckedText {
  /** Null while its form is wrong. */
  readonly template: Template | null;
  readonly complaints: readonly TemplateComplaint[];
  /** Nothing can be sent with it. */
  readonly refused: boolean;
}

export function checkText(name: string, text: string, ente: string | null): CheckedText {
  const read = parseTemplate(name, text);
  if (!read.ok) return { template: null, complaints: read.problem, refused: true };
  const complaints = checkTemplate(read.value, { ente });
  return {
    template: read.value,
    complaints,
    refused: complaints.some(({ severity }) => severity === 'refuses'),
  };
}

/** Where a line stands in a text, by its first and its last character; lines count from 1. */
export function lineSpan(text: string, line: number): { readonly from: number; readonly to: number } {
  const lines = text.split('\n');
  const before = lines.slice(0, Math.max(0, line - 1));
  const from = Math.min(
    text.length,
    before.reduce((sum, one) => sum + one.length + 1, 0),
  );
  return { from, to: Math.min(text.length, from + (lines[line - 1]?.length ?? 0)) };
}

/** The name of a text of one's own, from its title: `TARI, rata` becomes `tari-rata`; the first that is free. */
export function nameOfTitle(title: string, taken: readonly string[]): string {
  const plain =
    title
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 80) || 'modello';
  if (!taken.includes(plain)) return plain;
  let next = 2;
  while (taken.includes(`${plain}-${next}`)) next += 1;
  return `${plain}-${next}`;
}

/** The text with another title in its header. */
export function withTitle(text: string, title: string): string {
  return text.replace(/^nome:.*$/m, () => `nome: ${title}`);
}
