import type { Property } from '../../domain/message/property.ts';

/**
 * A property in one line, as it is known to who pays for it: `VIA ROMA 12, foglio 3, particella 45, sub 2, categoria A/2,
 * 85 mq`. Not escaped for Markdown.
 */
export function sayProperty(property: Property): string {
  const { address, foglio, particella, sub, category, area } = property;
  const parts = [
    address,
    labelled('foglio', foglio),
    labelled('particella', particella),
    labelled('sub', sub),
    labelled('categoria', category),
    area === null ? null : /[a-z²]/i.test(area) ? area : `${area} mq`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function labelled(label: string, value: string | null): string | null {
  return value === null ? null : `${label} ${value}`;
}
