import type { Mutant, Spot } from './mutants.ts';

/** A source that holds all of its mutants: which one it is, if any, is asked while it runs. */
export function instrument(source: string, mutants: ReadonlyMap<number, Mutant>): string {
  const choices = new Map<string, Choice>();
  const constants: string[] = [];
  for (const [id, mutant] of mutants) {
    if (mutant.constant !== undefined) constants.push(`const __mutant${id} = ${mutant.constant};`);
    for (const spot of mutant.at) {
      const key = `${spot.start} ${spot.end} ${spot.isStatement}`;
      const choice = choices.get(key) ?? { spot, others: [] };
      choices.set(key, choice);
      choice.others.push({ id, text: instead(source, mutant, spot, id) });
    }
  }
  const sorted = [...choices.values()].toSorted(
    ({ spot: a }, { spot: b }) =>
      a.start - b.start || b.end - a.end || Number(b.isStatement) - Number(a.isStatement),
  );
  return constants.join(' ') + render(source, 0, source.length, sorted) + forgetting(source);
}

interface Choice {
  readonly spot: Spot;
  readonly others: { readonly id: number; readonly text: string }[];
}

function instead(source: string, mutant: Mutant, spot: Spot, id: number): string {
  if (mutant.constant !== undefined) return `__mutant${id}`;
  if (mutant.start < spot.start || mutant.end > spot.end) return mutant.text;
  return source.slice(spot.start, mutant.start) + mutant.text + source.slice(mutant.end, spot.end);
}

/** `choices` are those that begin within the stretch, the outer before the inner; they are used up. */
function render(source: string, start: number, end: number, choices: Choice[]): string {
  let text = '';
  let at = start;
  for (let choice = choices[0]; choice !== undefined && choice.spot.start < end; choice = choices[0]) {
    choices.shift();
    const { spot, others } = choice;
    const original = render(source, spot.start, spot.end, choices);
    text += source.slice(at, spot.start) + choose(original, spot.isStatement, others);
    at = spot.end;
  }
  return text + source.slice(at, end);
}

function choose(original: string, isStatement: boolean, others: Choice['others']): string {
  if (isStatement) return `{ if (!__mutant(${others[0]?.id})) { ${original} } }`;
  return `(${others.map(({ id, text }) => `__mutant(${id}) ? (${text}) : `).join('')}(${original}))`;
}

/** What a module remembers must not pass from one mutant to the next. */
function forgetting(source: string): string {
  const memories = [...source.matchAll(/^const (\w+) = new Map<[^>]*>\(\);$/gm)];
  return memories.map(([, name]) => `\n__mutantMemories.add(${name});`).join('');
}
