/** The part of oidc-provider that the tests use; the package brings no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export interface ProviderContext {
    readonly oidc?: { readonly route?: string; readonly body?: Record<string, string> };
  }
  export default class Provider {
    constructor(issuer: string, configuration: object);
    use(middleware: (context: ProviderContext, next: () => Promise<void>) => Promise<void>): void;
    callback(): RequestListener;
  }
}
