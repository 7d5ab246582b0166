const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** What prefixes mean inside one element. A chain: an element adds its own declarations and copies none. */
export class NamespaceScope {
  private readonly declared = new Map<string, string>();

  constructor(private readonly outer?: NamespaceScope) {}

  /** Returns the reason when Namespaces in XML 1.0 forbids the declaration. The default namespace has the prefix ''. */
  declare(prefix: string, uri: string): string | undefined {
    if (prefix === 'xmlns') return 'the prefix xmlns cannot be declared';
    if ((prefix === 'xml') !== (uri === XML_NAMESPACE))
      return 'xml and its namespace belong together';
    if (uri === XMLNS_NAMESPACE) return 'the namespace of xmlns cannot be declared';
    if (uri === '' && prefix !== '') return `the prefix ${prefix} is declared to mean nothing`;
    this.declared.set(prefix, uri);
    return undefined;
  }

  /** `undefined` when nobody declared the prefix; '' is no namespace. */
  resolve(prefix: string): string | undefined {
    const uri = this.declared.get(prefix) ?? this.outer?.resolve(prefix);
    if (uri !== undefined) return uri;
    if (prefix === 'xml') return XML_NAMESPACE;
    return prefix === '' ? '' : undefined;
  }
}
