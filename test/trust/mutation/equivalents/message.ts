import type { Equivalents } from '../equivalents.ts';

/** Of messages and of what is merged into them. */
export const ofMessage: readonly Equivalents[] = [
  {
    file: 'src/shared/domain/message/list-profile.ts',
    reason: 'ogni nome sta una volta sola nel suo elenco: il primo e l’ultimo sono lo stesso',
    lines: [
      [
        'const form = decimalForms.find((one) => one === decimals);',
        'const form = decimalForms.findLast((one) => one === decimals);',
      ],
      [
        'const order = dayOrders.find((one) => one === days);',
        'const order = dayOrders.findLast((one) => one === days);',
      ],
      [
        'const field = listFields.find((one) => one === key);',
        'const field = listFields.findLast((one) => one === key);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/template.ts',
    reason: 'ogni nome sta una volta sola nel suo elenco: il primo e l’ultimo sono lo stesso',
    lines: [
      [
        "const kind = templateKinds.find((one) => one === get('tipo'));",
        "const kind = templateKinds.findLast((one) => one === get('tipo'));",
      ],
      ['const key = keys.find((one) => one === name);', 'const key = keys.findLast((one) => one === name);'],
    ],
  },
  {
    file: 'src/shared/domain/message/fiscal-code.ts',
    reason: 'ogni nome sta una volta sola nel suo elenco: il primo e l’ultimo sono lo stesso',
    lines: [
      ['const digit = omocodia.indexOf(character);', 'const digit = omocodia.lastIndexOf(character);'],
      [
        "const month = months.indexOf(value[8] ?? '') + 1;",
        "const month = months.lastIndexOf(value[8] ?? '') + 1;",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/fiscal-code.ts',
    reason: 'la lunghezza è già contata: inizio e fine del modello non possono altro',
    lines: [
      [
        'const shape = /^[A-Z]{6}[\\dLMNP-V]{2}[ABCDEHLMPRST][\\dLMNP-V]{2}[A-Z][\\dLMNP-V]{3}[A-Z]$/;',
        'const shape = /[A-Z]{6}[\\dLMNP-V]{2}[ABCDEHLMPRST][\\dLMNP-V]{2}[A-Z][\\dLMNP-V]{3}[A-Z]$/;',
        'const shape = /^[A-Z]{6}[\\dLMNP-V]{2}[ABCDEHLMPRST][\\dLMNP-V]{2}[A-Z][\\dLMNP-V]{3}[A-Z]/;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/fiscal-code.ts',
    reason: 'un codice con otto cifre di seguito è numerico o non è un codice',
    lines: [
      [
        "return /^\\d{11}$/.test(value) || (/^\\d{8,10}$/.test(value) && isCodiceFiscale(value.padStart(11, '0')));",
        "return /^\\d{11}$/.test(value) || (/\\d{8,10}$/.test(value) && isCodiceFiscale(value.padStart(11, '0')));",
        "return /^\\d{11}$/.test(value) || (/^\\d{8,10}/.test(value) && isCodiceFiscale(value.padStart(11, '0')));",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/fiscal-code.ts',
    reason: 'i giorni 0 e 40 non ci sono',
    lines: [
      [
        'const day = written > 40 ? written - 40 : written;',
        'const day = written >= 40 ? written - 40 : written;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/fiscal-code.ts',
    reason: 'il codice ha sedici caratteri: il valore di riserva c’è per il compilatore',
    lines: [
      [
        "const month = months.indexOf(value[8] ?? '') + 1;",
        'const month = months.indexOf(value[8]) + 1;',
        "const month = months.indexOf(value[8] ?? 'x') + 1;",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/list-values.ts',
    reason: 'lo zero è già stato detto una riga sopra',
    lines: [
      [
        "if (read.value < 0) return fail({ code: 'amount-negative', value });",
        "if (read.value <= 0) return fail({ code: 'amount-negative', value });",
        "if (read.value < 1) return fail({ code: 'amount-negative', value });",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/list-values.ts',
    reason: 'il modo dei decimali è ignoto solo dove conta il numero della cella',
    lines: [
      [
        ": centsOfCell(cell, decimals ?? 'comma');",
        ': centsOfCell(cell, decimals);',
        ": centsOfCell(cell, decimals ?? '');",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/check-request.ts',
    reason: 'si fa una volta sola, al caricamento: senza, il modulo non si carica',
    lines: [
      [
        "return (value, path) => { if (!isRecord(value)) return [{ code: 'wrong-type', path }]; const unknown = Object.keys(value) .filter((name) => !Object.hasOwn(fields, name)) .map((name) => ({ code: 'unknown-property' as const, path: join(path, name) })); const known = Object.entries(fields).flatMap(([name, field]): readonly RequestComplaint[] => { // What a parent object lends would not be written into the JSON. const inner = Object.hasOwn(value, name) ? value[name] : undefined; if (inner !== undefined) return field.check(inner, join(path, name)); return field.optional === true ? [] : [{ code: 'missing', path: join(path, name) }]; }); return [...unknown, ...known]; };",
        'return undefined;',
      ],
      [
        "return (value, path) => { if (typeof value !== 'string') return [{ code: 'wrong-type', path }]; const { length } = value; return length >= min && length <= max ? [] : [{ code: 'wrong-length', path, length, min, max }]; };",
        'return undefined;',
      ],
      [
        "return (value, path) => { if (typeof value !== 'string') return [{ code: 'wrong-type', path }]; return hasForm(value) ? [] : [{ code: 'wrong-form', path }]; };",
        'return undefined;',
      ],
      [
        "return (value, path) => { if (typeof value !== typeof wanted) return [{ code: 'wrong-type', path }]; return value === wanted ? [] : [{ code: 'wrong-form', path }]; };",
        'return undefined;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/check-request.ts',
    reason: 'né il testo vuoto né «x» sono un giorno',
    lines: [
      [
        "due_date: { check: form((value) => isDay(instant.exec(value)?.[1] ?? '')), optional: true },",
        "due_date: { check: form((value) => isDay(instant.exec(value)?.[1] ?? 'x')), optional: true },",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/check-template.ts',
    reason: 'undefined è falso come false',
    lines: [
      [
        "const shortest = fillParts(parts, { has: () => false, write: () => 'x' }).text.length;",
        "const shortest = fillParts(parts, { has: () => undefined, write: () => 'x' }).text.length;",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/check-template.ts',
    reason: 'quel che si scrive nei campi conta solo dove non ce n’è',
    lines: [
      [
        "const longest = fillParts(parts, { has: () => true, write: () => '' }).text.length;",
        "const longest = fillParts(parts, { has: () => true, write: () => 'x' }).text.length;",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/check-template.ts',
    reason: 'dietro una tabella viene sempre una riga vuota',
    lines: [
      [
        "if (what === 'table') for (let i = 0; i < lost.split('\\n').length; i++) inTables.add(line + i);",
        "if (what === 'table') for (let i = 0; i <= lost.split('\\n').length; i++) inTables.add(line + i);",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/cie.ts',
    reason: 'chi non ha età, o ne ha una di un anno, non ha settant’anni',
    lines: [
      [
        'if (paper || (ageOf(fiscalCode, today) ?? 0) < seventy) return null;',
        'if (paper || (ageOf(fiscalCode, today)) < seventy) return null;',
        'if (paper || (ageOf(fiscalCode, today) ?? 1) < seventy) return null;',
      ],
      [
        'const issuedAtSeventy = issuedOn !== null && (ageOf(fiscalCode, issuedOn) ?? 0) >= seventy;',
        'const issuedAtSeventy = issuedOn !== null && (ageOf(fiscalCode, issuedOn)) >= seventy;',
        'const issuedAtSeventy = issuedOn !== null && (ageOf(fiscalCode, issuedOn) ?? 1) >= seventy;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/cie.ts',
    reason: 'né il testo vuoto né «x» o «undefined» sono un giorno, un tipo o un numero di carta',
    lines: [
      [
        "const issued = parseItalianDay(cellUnder(fields, issueHeaders) ?? '');",
        "const issued = parseItalianDay(cellUnder(fields, issueHeaders) ?? 'x');",
      ],
      [
        "const type = cellUnder(fields, typeHeaders) ?? '';",
        'const type = cellUnder(fields, typeHeaders);',
        "const type = cellUnder(fields, typeHeaders) ?? 'x';",
      ],
      [
        "paper: /cartace/i.test(type) || (!/elettronic|cie/i.test(type) && paperNumber.test(number ?? '')),",
        'paper: /cartace/i.test(type) || (!/elettronic|cie/i.test(type) && paperNumber.test(number)),',
        "paper: /cartace/i.test(type) || (!/elettronic|cie/i.test(type) && paperNumber.test(number ?? 'x')),",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/clock.ts',
    reason: 'uno scarto ignoto, di nulla o di un millesimo di secondo sta sotto ogni soglia',
    lines: [
      [
        'const skew = Math.abs(skewMs ?? 0);',
        'const skew = Math.abs(skewMs);',
        'const skew = Math.abs(skewMs ?? 1);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/clock.ts',
    reason: 'né il testo vuoto né «x» o «undefined» sono una data',
    lines: [
      [
        "const told = Date.parse(date ?? '');",
        'const told = Date.parse(date);',
        "const told = Date.parse(date ?? 'x');",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/raw-answer.ts',
    reason: 'né il testo vuoto né «x» o «undefined» sono un tipo o una data',
    lines: [
      [
        "if (!/^application\\/(?:[\\w.-]+\\+)?json\\b/i.test(raw.headers['content-type'] ?? '')) return null;",
        "if (!/^application\\/(?:[\\w.-]+\\+)?json\\b/i.test(raw.headers['content-type'])) return null;",
        "if (!/^application\\/(?:[\\w.-]+\\+)?json\\b/i.test(raw.headers['content-type'] ?? 'x')) return null;",
      ],
      [
        "error.shape === 'application' && /^application\\/problem\\+json\\b/i.test(raw.headers['content-type'] ?? '')",
        "error.shape === 'application' && /^application\\/problem\\+json\\b/i.test(raw.headers['content-type'])",
        "error.shape === 'application' && /^application\\/problem\\+json\\b/i.test(raw.headers['content-type'] ?? 'x')",
      ],
      [
        "const wait = Date.parse(value) - Date.parse(raw.headers['date'] ?? '');",
        "const wait = Date.parse(value) - Date.parse(raw.headers['date']);",
        "const wait = Date.parse(value) - Date.parse(raw.headers['date'] ?? 'x');",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/raw-answer.ts',
    reason: 'chi legge JSON non lancia altro',
    lines: [['if (error instanceof SyntaxError) return null;', 'if (true) return null;']],
  },
  {
    file: 'src/shared/domain/message/read-answer.ts',
    reason: 'né il testo vuoto né «x» o «undefined» sono un tipo',
    lines: [
      [
        "return /^text\\//i.test(raw.headers['content-type'] ?? '') || /^\\s*</.test(raw.body);",
        "return /^text\\//i.test(raw.headers['content-type']) || /^\\s*</.test(raw.body);",
        "return /^text\\//i.test(raw.headers['content-type'] ?? 'x') || /^\\s*</.test(raw.body);",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/read-answer.ts',
    reason: 'senza risposta ci si è già fermati: la domanda c’è per il compilatore',
    lines: [["switch (answer?.['status']) {", "switch (answer['status']) {"]],
  },
  {
    file: 'src/shared/domain/message/compose.ts',
    reason: 'un campo è una colonna o ha un nome: la domanda c’è per il compilatore',
    lines: [
      [
        'if (isMergeField(field)) return ofField(field, values, recipient);',
        'if (true) return ofField(field, values, recipient);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/compose.ts',
    reason: 'ciò che non c’è è vuoto: il valore di riserva c’è per il compilatore',
    lines: [
      [
        "const value = near === undefined ? '' : (fields[near]?.trim() ?? '');",
        "const value = false ? '' : (fields[near]?.trim() ?? '');",
        "const value = near === undefined ? '' : (fields[near]?.trim());",
        "const value = near === undefined ? '' : (fields[near].trim() ?? '');",
        "const value = near === undefined ? '' : (fields[near]?.trim() ?? 'x');",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/due-date.ts',
    reason: 'i mesi sono dodici e un giorno ha dieci caratteri',
    lines: [
      [
        "const month = monthNames[Number(day.slice(5, 7)) - 1] ?? '';",
        'const month = monthNames[Number(day.slice(5, 7)) - 1];',
        "const month = monthNames[Number(day.slice(5, 7)) - 1] ?? 'x';",
      ],
      [
        'return `${Number(day.slice(8, 10))} ${month} ${day.slice(0, 4)}`;',
        'return `${Number(day.slice(8, 11))} ${month} ${day.slice(0, 4)}`;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/one-month-before.ts',
    reason: 'un giorno ha dieci caratteri',
    lines: [
      [
        'const lastOfBefore = addDays(day, -Number(day.slice(8, 10)));',
        'const lastOfBefore = addDays(day, -Number(day.slice(8, 11)));',
      ],
      [
        'const same = `${lastOfBefore.slice(0, 8)}${day.slice(8, 10)}`;',
        'const same = `${lastOfBefore.slice(0, 8)}${day.slice(8, 11)}`;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/front-matter.ts',
    reason: 'di un confronto conta solo il segno, e due bottoni di una lingua hanno nomi diversi',
    lines: [
      [
        '.toSorted((a, b) => (a.name < b.name ? -1 : 1))',
        '.toSorted((a, b) => (a.name <= b.name ? -1 : 1))',
        '.toSorted((a, b) => (a.name < b.name ? -2 : 1))',
        '.toSorted((a, b) => (a.name < b.name ? -1 : 0))',
        '.toSorted((a, b) => (a.name < b.name ? -1 : 2))',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/property.ts',
    reason: 'di un confronto conta solo il segno, e di due immobili uguali ne resta uno',
    lines: [
      [
        'return identityOf(a) < identityOf(b) ? -1 : 1;',
        'return identityOf(a) <= identityOf(b) ? -1 : 1;',
        'return identityOf(a) < identityOf(b) ? -2 : 1;',
        'return identityOf(a) < identityOf(b) ? -1 : 0;',
        'return identityOf(a) < identityOf(b) ? -1 : 2;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/property.ts',
    reason: 'tutte maiuscole o tutte minuscole, due chiavi sono uguali allo stesso modo',
    lines: [
      [
        "const key = one[by]?.trim().toUpperCase() ?? '';",
        "const key = one[by]?.trim().toLowerCase() ?? '';",
      ],
      [
        "return JSON.stringify(parts.map((part) => part?.trim().toUpperCase() ?? ''));",
        "return JSON.stringify(parts.map((part) => part?.trim().toLowerCase() ?? ''));",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/property.ts',
    reason: 'senza una chiave comune nessuno ne ha una, e di chi non ne ha non si chiede',
    lines: [
      [
        'const ofKey = groupBy(current, (property) => (by === null ? null : keyOf(property, by)));',
        'const ofKey = groupBy(current, (property) => (false ? null : keyOf(property, by)));',
      ],
      [
        'const known = new Set(by === null ? [] : recipients.flatMap((one) => keyOf(one, by) ?? []));',
        'const known = new Set(false ? [] : recipients.flatMap((one) => keyOf(one, by) ?? []));',
        'const known = new Set(by === null ? [] : recipients.flatMap((one) => keyOf(one, by)));',
      ],
      [
        'const key = by === null ? null : keyOf(recipient, by);',
        'const key = false ? null : keyOf(recipient, by);',
      ],
      [
        'orphans: rowsOf(current.filter((property) => !isKnown(by === null ? null : keyOf(property, by), known))),',
        'orphans: rowsOf(current.filter((property) => !isKnown(false ? null : keyOf(property, by), known))),',
      ],
      [
        'const own = key === null ? [] : (ofKey.get(key) ?? []);',
        'const own = false ? [] : (ofKey.get(key) ?? []);',
      ],
      [
        'const known = new Set(recipients.flatMap((one) => keyOf(one, key) ?? []));',
        'const known = new Set(recipients.flatMap((one) => keyOf(one, key)));',
      ],
      ['if (key === null) continue;', 'if (false) continue;', 'if (key === null) ;'],
    ],
  },
  {
    file: 'src/shared/domain/message/property.ts',
    reason: 'chi è nell’elenco è nel suo gruppo: il valore di riserva c’è per il compilatore',
    lines: [
      [
        'const debts = new Set((ofPerson.get(fiscalCode) ?? []).map(debtOf));',
        'const debts = new Set((ofPerson.get(fiscalCode)).map(debtOf));',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/merge-field.ts',
    reason: 'la prima colonna non è mai la strada più corta',
    lines: [['steps = place + 1;', 'steps = place + 0;', 'steps = place + 2;']],
  },
  {
    file: 'src/shared/domain/message/tari-plan.ts',
    reason: 'di un confronto conta solo il segno',
    lines: [
      [
        'const [worst] = near.toSorted((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0));',
        'const [worst] = near.toSorted((a, b) => (a.latest < b.latest ? -2 : a.latest > b.latest ? 1 : 0));',
        'const [worst] = near.toSorted((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 2 : 0));',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/tari-plan.ts',
    reason: 'due giorni uguali sono lo stesso giorno',
    lines: [
      [
        'const notAfter = addDays(decided < over ? decided : over, -1);',
        'const notAfter = addDays(decided <= over ? decided : over, -1);',
      ],
      ['return a > b ? a : b;', 'return a >= b ? a : b;'],
    ],
  },
  {
    file: 'src/shared/domain/message/template.ts',
    reason: 'un testo ha sempre una prima riga: la domanda c’è per il compilatore',
    lines: [["if (lines[0]?.trimEnd() !== '---') {", "if (lines[0].trimEnd() !== '---') {"]],
  },
  {
    file: 'src/shared/domain/message/template.ts',
    reason: 'chi ha un tipo o un avviso sbagliato è già stato rifiutato',
    lines: [
      [
        'if (complaints.length > 0 || kind === undefined || withNotice === null) return fail(complaints);',
        'if (complaints.length > 0 || kind === undefined && withNotice === null) return fail(complaints);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/template.ts',
    reason: 'il nome di un campo perde gli spazi comunque, e un campo ignoto è già stato rifiutato',
    lines: [
      ['.map((name) => name.trim())', '.map((name) => name)'],
      ['return field === null ? [] : [field];', 'return false ? [] : [field];'],
    ],
  },
  {
    file: 'src/shared/domain/message/template-parts.ts',
    reason: 'di ciò che chiude non si chiede il nome',
    lines: [
      [
        'const field = isEnd ? null : fieldNamed(written);',
        'const field = false ? null : fieldNamed(written);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/template-parts.ts',
    reason: 'un testo vuoto non aggiunge nulla, e il segno che viene dopo riparte da dove finisce',
    lines: [
      ["if (text === '') return;", 'if (false) return;'],
      ['done = end;', ''],
    ],
  },
  {
    file: 'src/shared/domain/message/unreached.ts',
    reason: 'la parola vuota non è di nessun indirizzo',
    lines: [
      [".filter((word) => word !== '');", ';', ".filter((word) => word !== 'x');"],
      ['.split(/[^a-z]+/)', '.split(/[^a-z]/)'],
    ],
  },
  {
    file: 'src/shared/domain/message/template-words.ts',
    reason: 'chi ha trovato la parola la cerca fra due lettere: non ha spazi attorno',
    lines: [
      [
        '[...line.matchAll(pattern)].map(({ 0: text, index }) => ({ code, text: text.trim(), at: index })),',
        '[...line.matchAll(pattern)].map(({ 0: text, index }) => ({ code, text: text, at: index })),',
      ],
    ],
  },
];
