/** What `REUSE.toml` says of some files. */
interface Annotation {
  readonly paths: readonly string[];
  readonly copyright: string;
  readonly licence: string;
}

/** Reads the annotations; what is not written as ours are is an error. */
export function readAnnotations(text: string): Annotation[] {
  const [head = '', ...blocks] = text.split('[[annotations]]');
  if (!/^version = 1$/m.test(head)) throw new Error('REUSE.toml has another version');
  return blocks.map((block) => {
    const [, list] = /^path = \[([^\]]*)\]$/m.exec(block) ?? [];
    const [, copyright] = /^SPDX-FileCopyrightText = "([^"]+)"$/m.exec(block) ?? [];
    const [, licence] = /^SPDX-License-Identifier = "([^"]+)"$/m.exec(block) ?? [];
    if (list === undefined || copyright === undefined || licence === undefined)
      throw new Error(`an annotation lacks something: ${block}`);
    return { paths: [...list.matchAll(/"([^"]+)"/g)].map(([, path = '']) => path), copyright, licence };
  });
}

/** True for files that need no notice of their own, by the specification. */
export function needsNoNotice(file: string): boolean {
  return /^(?:LICENSES\/|REUSE\.toml$)/.test(file) || /(?:^|\/)(?:LICEN[CS]E|COPYING)[^/]*$/.test(file);
}

/** As the specification has it: `*` is anything but a slash, `**` anything at all. */
export function covers(pattern: string, file: string): boolean {
  const expression = pattern
    .split('**')
    .map((part) =>
      part
        .split('*')
        .map((plain) => plain.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
        .join('[^/]*'),
    )
    .join('.*');
  return new RegExp(`^${expression}$`).test(file);
}
