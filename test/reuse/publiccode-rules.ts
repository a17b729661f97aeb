/** publiccode.yml 0.7: keys that must be there, by their place. `*` is any language. */
export const required = [
  'publiccodeYmlVersion',
  'name',
  'url',
  'platforms',
  'developmentStatus',
  'softwareType',
  'description.*.shortDescription',
  'description.*.longDescription',
  'description.*.features',
  'legal.license',
  'maintenance.type',
  'localisation.localisationReady',
  'localisation.availableLanguages',
];

/** Of each kind of maintenance, who must be named. */
export const named: Readonly<Record<string, string | null>> = {
  internal: 'contacts',
  community: 'contacts',
  contract: 'contractors',
  none: null,
};

export const choices: Readonly<Record<string, readonly string[]>> = {
  developmentStatus: ['concept', 'development', 'beta', 'stable', 'obsolete'],
  softwareType: [
    'standalone/mobile',
    'standalone/iot',
    'standalone/desktop',
    'standalone/web',
    'standalone/backend',
    'standalone/other',
    'addon',
    'library',
    'configurationFiles',
  ],
  platforms: ['web', 'windows', 'mac', 'linux', 'ios', 'android', 'haiku'],
};

/** Of the vocabularies, what may be said of a program of this kind. */
export const vocabularies: Readonly<Record<string, readonly string[]>> = {
  categories: [
    'accounting',
    'billing-and-invoicing',
    'budgeting',
    'financial-reporting',
    'office',
    'taxes-management',
  ],
  'intendedAudience.scope': ['finance-and-economic-development', 'government', 'local-authorities'],
};

/** Every key there is, at the top; those that are deprecated are not among them. */
export const known = [
  'publiccodeYmlVersion',
  'name',
  'applicationSuite',
  'url',
  'landingURL',
  'isBasedOn',
  'softwareVersion',
  'releaseDate',
  'logo',
  'platforms',
  'categories',
  'organisation',
  'usedBy',
  'fundedBy',
  'roadmap',
  'developmentStatus',
  'softwareType',
  'intendedAudience',
  'description',
  'legal',
  'maintenance',
  'localisation',
  'supports',
  'dependsOn',
];

/** Characters, at least and at most. */
export const lengths = {
  shortDescription: [1, 150],
  longDescription: [150, 10_000],
  feature: [1, 100],
} as const;
