import { readFileSync, readdirSync } from 'node:fs';
import { parseTemplate, type Template } from '../../shared/domain/message/template.ts';

let known: ReadonlyMap<string, Template> | null = null;

/** The texts that come with the program, by the names of their files, in alphabetical order. */
export function builtInTemplates(): ReadonlyMap<string, Template> {
  known ??= new Map(
    readdirSync(folder())
      .filter((file) => file.endsWith('.md'))
      .map((file) => file.slice(0, -'.md'.length))
      .toSorted()
      .map((name) => [name, templateOf(name)]),
  );
  return known;
}

/** The text of one of them as it is written, for somebody who wants to make a text of his own of it; null for no such name. */
export function builtInTemplateSource(name: string): string | null {
  return builtInTemplates().has(name) ? sourceOf(name) : null;
}

function templateOf(name: string): Template {
  const read = parseTemplate(name, sourceOf(name));
  if (!read.ok) throw new Error(`template ${name}: ${JSON.stringify(read.problem)}`);
  return read.value;
}

function sourceOf(name: string): string {
  return readFileSync(new URL(`${name}.md`, folder()), 'utf8');
}

/** In the sources a folder of its own, beside the bundle that holds this file once built. */
function folder(): URL {
  const path = import.meta.url.endsWith('.ts')
    ? '../../../resources/message-templates/'
    : './message-templates/';
  return new URL(path, import.meta.url);
}
