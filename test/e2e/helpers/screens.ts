const parts = ['campagne', 'coda', 'incerti', 'promemoria', 'modelli', 'servizi'];

/** Every screen of the window: its name, and its address. */
export const everyScreen: readonly { readonly name: string; readonly address: string }[] = [
  ...[
    'cruscotto',
    'pagamenti',
    'flussi',
    'provvisori',
    'posizioni',
    'da-regolarizzare',
    'quadratura',
    'importazioni',
    'esporta',
    'impostazioni',
    'copie',
    'operazioni',
    'dati-personali',
    'aiuto',
  ].map((name) => ({ name, address: `#/${name}` })),
  ...parts.map((parte) => ({
    name: `messaggi-${parte}`,
    address: `#/messaggi?${encodeURIComponent(JSON.stringify({ parte }))}`,
  })),
];
