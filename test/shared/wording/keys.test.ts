import { describe, expect, it } from 'vitest';
import { rotationSteps } from '../../../src/shared/domain/message/rotation.ts';
import {
  addressHint,
  refusedKeyHint,
  sayCapHint,
  sayKeysProblem,
  sayKeysState,
  sayLastFour,
  sayRotationProblem,
  sayRotationStep,
} from '../../../src/shared/wording/messages/keys.ts';

describe('the sentences about keys', () => {
  it('tell a locked file from an unreadable one, and how each is opened', () => {
    expect(sayKeysProblem({ code: 'keys-unreadable' })).toMatch(/non sono leggibili.*reinserire le chiavi/);
    expect(sayKeysProblem({ code: 'keys-locked', slots: ['os', 'passphrase'] })).toMatch(
      /frase d’accesso\.$/,
    );
    expect(sayKeysProblem({ code: 'keys-locked', slots: ['os'] })).toMatch(/finestra del programma/);
    expect(sayKeysState({ lock: 'locked', slots: ['os', 'passphrase'], problem: null })).toBe(
      'Le chiavi salvate sono chiuse: si aprono con l’accesso a questo computer o la frase d’accesso.',
    );
    expect(sayKeysState({ lock: 'locked', slots: [], problem: { code: 'keys-unreadable' } })).toBe(
      sayKeysProblem({ code: 'keys-unreadable' }),
    );
  });

  it('show four characters at most', () => {
    expect(sayLastFour('bee1')).toBe('•••• bee1');
    expect(sayLastFour(null)).toBe('•••• ••••');
  });

  it('name the cap of an approved service, that of a draft, and the one that the service told', () => {
    expect(sayCapHint(null)).toContain('di solito 10.000,00');
    expect(sayCapHint(500_000)).toContain('5.000,00');
    expect(sayCapHint(500_000)).not.toContain('10.000');
    expect(sayCapHint(0)).toMatch(/importo massimo è zero.*approvazione/);
  });

  it('say of an address and of a key what is lost (nothing) and what to do', () => {
    expect(addressHint).toMatch(/nessun messaggio è perso.*CIDR/);
    expect(refusedKeyHint).toMatch(/restano in coda.*incollare la chiave nuova/);
  });

  it('warn of others at both steps where a key dies, and only there', () => {
    expect(rotationSteps.filter((step) => sayRotationStep(step).includes('ditta esterna'))).toEqual([
      'regenerate-primary',
      'regenerate-secondary',
    ]);
  });

  it('repeat the step after a mistake', () => {
    expect(sayRotationProblem({ code: 'same-key', step: 'use-primary' })).toContain(
      sayRotationStep('use-primary'),
    );
  });
});
