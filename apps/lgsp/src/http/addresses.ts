import { type OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

interface Address {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

/** Which methods an address of the door takes. */
export class Addresses {
  private known: readonly Address[] | undefined;

  /** @param describe asked once, when somebody first comes to an address in vain */
  constructor(private readonly describe: () => Pick<OpenAPIObject, 'paths'>) {}

  /** In capitals; none where there is no such address. */
  methodsAt(path: string): readonly string[] {
    this.known ??= Object.entries(this.describe().paths).map(([template, item]) => ({
      pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}/?$`),
      methods: METHODS.filter((method) => method in item).map((method) => method.toUpperCase()),
    }));
    return this.known.find(({ pattern }) => pattern.test(path))?.methods ?? [];
  }
}
