import { BlockList, isIPv6 } from 'node:net';

/** A service of an institution, as the back office has set it up. */
export interface ServiceSettings {
  readonly id: string;
  readonly institution: string;
  readonly primary: string;
  readonly secondary: string;
  /** Largest amount in cents; 0 while the service is a draft. */
  readonly cap: number;
  readonly secureChannels: boolean;
  /** From where it may be called; empty: from anywhere. */
  readonly cidrs: readonly string[];
  /** To whom it may write; empty: to anybody. */
  readonly recipients: readonly string[];
  /** Permissions beyond those of a normal institution. */
  readonly mayName: 'nobody' | 'payee';
  readonly premium: boolean;
}

const usual: Omit<ServiceSettings, 'id' | 'primary' | 'secondary'> = {
  institution: 'comune',
  cap: 1_000_000,
  secureChannels: false,
  cidrs: [],
  recipients: [],
  mayName: 'nobody',
  premium: false,
};

/** A service with keys made of its id: 32 hex characters that differ between services. */
export function service(id: string, over: Partial<ServiceSettings> = {}): ServiceSettings {
  const hex = Buffer.from(id, 'utf8').toString('hex').slice(0, 30).padEnd(30, '0');
  return { ...usual, id, primary: `${hex}a1`, secondary: `${hex}b2`, ...over };
}

type Which = 'primary' | 'secondary';

/** The services and their keys, as of now. */
export class Services {
  readonly #byId = new Map<string, ServiceSettings>();

  constructor(services: readonly ServiceSettings[]) {
    for (const one of services) this.#byId.set(one.id, one);
  }

  get(id: string): ServiceSettings {
    const found = this.#byId.get(id);
    if (found === undefined) throw new Error(`no service ${id}`);
    return found;
  }

  change(id: string, over: Partial<Omit<ServiceSettings, 'id'>>): void {
    this.#byId.set(id, { ...this.get(id), ...over });
  }

  /** The old value is dead at once; the new one is returned. */
  regenerate(id: string, which: Which): string {
    const old = this.get(id)[which];
    const key = old.replace(/[0-9a-f]/g, (digit) => ((parseInt(digit, 16) + 5) % 16).toString(16));
    this.change(id, { [which]: key });
    return key;
  }

  /** Each gets the keys of the other: whoever uses them writes in the wrong name, and nobody complains. */
  swap(one: string, other: string): void {
    const [a, b] = [this.get(one), this.get(other)];
    this.change(one, { primary: b.primary, secondary: b.secondary });
    this.change(other, { primary: a.primary, secondary: a.secondary });
  }

  byKey(key: string | undefined): { readonly service: ServiceSettings; readonly which: Which } | null {
    for (const one of this.#byId.values()) {
      if (one.primary === key) return { service: one, which: 'primary' };
      if (one.secondary === key) return { service: one, which: 'secondary' };
    }
    return null;
  }
}

export function mayCallFrom(settings: ServiceSettings, address: string): boolean {
  if (settings.cidrs.length === 0) return true;
  const list = new BlockList();
  for (const cidr of settings.cidrs) {
    const [net = '', bits = '32'] = cidr.split('/');
    list.addSubnet(net, Number(bits), isIPv6(net) ? 'ipv6' : 'ipv4');
  }
  const bare = address.replace(/^::ffff:/, '');
  return list.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4');
}
