/** The same seed gives the same numbers from 0 to 1, on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: 10 characters of time, 16 of chance. */
export function ulid(now: number, random: () => number): string {
  let time = '';
  for (let left = Math.max(0, Math.floor(now)), i = 0; i < 10; i++, left = Math.floor(left / 32))
    time = `${crockford[left % 32]}${time}`;
  const chance = Array.from({ length: 16 }, () => crockford[Math.floor(random() * 32)]);
  return `${time}${chance.join('')}`;
}
