/** A browser as far as a sign-in needs one: cookies per origin, redirects one by one, forms. */
export class Browser {
  readonly jars = new Map<string, Map<string, string>>();
  /** Every answer, newest last. */
  readonly visited: { readonly url: string; readonly status: number; readonly headers: Headers }[] = [];

  private jar(url: string): Map<string, string> {
    const { origin } = new URL(url);
    const known = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, known);
    return known;
  }

  /** One request, without following where it leads. */
  async ask(url: string, options: RequestInit = {}): Promise<Response> {
    const jar = this.jar(url);
    const headers = new Headers(options.headers);
    headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...options, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const gone = attributes.some((a) => /^\s*expires=Thu, 01 Jan 1970/i.test(a));
      if (gone) jar.delete(name);
      else jar.set(name, pair.slice(pair.indexOf('=') + 1));
    }
    this.visited.push({ url, status: response.status, headers: response.headers });
    return response;
  }

  /** Follows redirects until a page is there, or the address is one at which to stop. */
  async go(url: string, until: (url: string) => boolean = () => false, options: RequestInit = {}): Promise<Page> {
    let at = url;
    let response = await this.ask(at, options);
    for (let i = 0; i < 12 && response.status >= 300 && response.status < 400; i++) {
      at = new URL(response.headers.get('location')!, at).href;
      if (until(at)) return { url: at, text: '' };
      response = await this.ask(at);
    }
    return { url: at, text: await response.text() };
  }

  /** Fills in and sends the form of a page. */
  submit(page: Page, values: Record<string, string>, until?: (url: string) => boolean): Promise<Page> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1];
    if (!action) throw new Error(`no form at ${page.url}: ${page.text.slice(0, 300)}`);
    const hidden = Object.fromEntries(
      [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, n, v]) => [n!, v!]),
    );
    return this.go(new URL(action, page.url).href, until, {
      method: 'POST',
      body: new URLSearchParams({ ...hidden, ...values }),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
  }
}

export interface Page {
  readonly url: string;
  readonly text: string;
}

/** A Kontor whose public address stays the same while its port changes, and the way through a provider's pages to it. */
export class Way {
  readonly url: string;
  readonly publicUrl: string;

  constructor(url: string, publicUrl: string) {
    this.url = url;
    this.publicUrl = publicUrl;
  }

  private readonly back = (url: string) => url.startsWith(this.publicUrl);

  /** What stands at the public address is asked at Kontor's own. */
  local(url: string): string {
    return url.replace(this.publicUrl, this.url);
  }

  start(provider: string, to = '/'): string {
    return `${this.url}/api/v1/session/openid/${provider}/start?to=${encodeURIComponent(to)}`;
  }

  /** From the button to the provider and through its sign-in page, until it sends the browser back: to this address. */
  async authorize(browser: Browser, provider: string, person: string, to?: string): Promise<string> {
    const signIn = await browser.go(this.start(provider, to), this.back);
    if (this.back(signIn.url)) return this.local(signIn.url);
    const consent = await browser.submit(signIn, { login: person, password: 'x' }, this.back);
    if (this.back(consent.url)) return this.local(consent.url);
    return this.local((await browser.submit(consent, {}, this.back)).url);
  }

  /** The whole way: the parameters with which the sign-in page is reached, and the session that it takes up. */
  async signIn(provider: string, person: string, browser = new Browser(), to?: string) {
    const response = await browser.ask(await this.authorize(browser, provider, person, to));
    const result = this.result(response);
    const session = result.signed_in
      ? ((await (await browser.ask(`${this.url}/api/v1/session/refresh`, { method: 'POST' })).json()) as any)
      : undefined;
    return { browser, result, session };
  }

  /** What the sign-in page is told. */
  result(response: Response): Record<string, string> {
    const url = new URL(response.headers.get('location') ?? '/no-redirect', this.publicUrl);
    if (response.status !== 302 || url.pathname !== '/login') throw new Error(`${response.status} leads to ${url}`);
    return Object.fromEntries(url.searchParams);
  }
}
