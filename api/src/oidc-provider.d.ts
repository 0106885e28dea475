/** The part of oidc-provider that the tests use; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  export interface ProviderContext {
    readonly oidc?: { readonly route?: string; readonly body?: Record<string, string> };
  }
  export default class Provider {
    constructor(issuer: string, configuration: object);
    use(middleware: (context: ProviderContext, next: () => Promise<void>) => Promise<void>): void;
    callback(): RequestListener;
    /** Ends the sign-in or the question for consent. */
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { readonly login?: object },
      how: object,
    ): Promise<void>;
  }
}
