import { createHash } from 'node:crypto';
import type { Locale } from '@kontor/shared';
import type { Response } from 'express';
import { pageHeaders } from '../headers.ts';
import { Html, html } from './html.ts';

/** What a page shows of the brand it speaks for. */
export interface PageBrand {
  readonly name: string;
  readonly colour: string;
  /** The logo as a `data:` address. */
  readonly logo?: string;
  /** Where to write, and what to call: for whoever is asked to get in touch. */
  readonly email?: string;
  readonly phone?: string;
}

export interface PageContent {
  readonly locale: Locale;
  readonly title: string;
  readonly body: Html;
  readonly brand?: PageBrand;
  readonly status?: number;
}

const styles = (colour: string) => `
:root{color-scheme:light;--brand:${colour}}
*{box-sizing:border-box}
body{margin:0;background:#f4f5f7;color:#1f2328;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.page{max-width:640px;margin:0 auto;padding:24px 16px 48px}
header{display:flex;align-items:center;min-height:48px;margin-bottom:16px;font-weight:600;font-size:18px}
header img{display:block;max-height:48px;max-width:240px}
main{background:#fff;border:1px solid #d8dce2;border-top:4px solid var(--brand);border-radius:8px;padding:24px 20px}
h1,h2{line-height:1.25}h2{font-size:18px;margin:20px 0 8px}h1{font-size:24px;line-height:1.25;margin:0 0 12px;overflow-wrap:anywhere}
p{margin:0 0 16px;overflow-wrap:anywhere}
dl{margin:16px 0 0}
dt{color:#57606a;font-size:14px}
dd{margin:0 0 12px;font-weight:500;overflow-wrap:anywhere}
.state{padding:12px 14px;border-radius:6px;font-weight:600}
.good{background:#e6f4ea;color:#0f5323}
.bad{background:#fdecea;color:#86180f}
form{margin:20px 0 0}
fieldset{border:0;margin:0 0 20px;padding:0;min-width:0}
legend,label.text{display:block;padding:0;margin:0 0 6px;font-weight:600}
.hint{color:#57606a;font-size:14px;margin:0 0 8px}
.scale{display:grid;grid-template-columns:repeat(auto-fill,minmax(44px,1fr));gap:6px}
.scale label{position:relative}
.scale input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.scale span{display:flex;align-items:center;justify-content:center;height:48px;border:1px solid #8c959f;border-radius:6px}
.scale input:checked+span{background:#1f2937;border-color:#1f2937;color:#fff;font-weight:600}
.scale input:focus-visible+span{outline:3px solid #0b57a4;outline-offset:2px}
textarea{width:100%;min-height:104px;padding:10px;border:1px solid #8c959f;border-radius:6px;font:inherit;resize:vertical}
.check{display:flex;gap:10px;align-items:center;min-height:48px;margin-bottom:16px}
.check input{width:22px;height:22px;flex:none}
button{display:block;width:100%;min-height:52px;margin:0 0 12px;border:1px solid #1f2937;border-radius:6px;background:#1f2937;color:#fff;font:inherit;font-weight:600;cursor:pointer}
button.second{background:#fff;color:#1f2937}
button:focus-visible,textarea:focus-visible,.check input:focus-visible{outline:3px solid #0b57a4;outline-offset:2px}
.error{color:#a1160a;margin:6px 0 0;font-weight:600}
button+label.text{margin-top:24px}
main>:last-child,form>:last-child{margin-bottom:0}
footer{color:#57606a;font-size:14px;margin-top:16px;overflow-wrap:anywhere}
footer a{display:inline-block;color:inherit}
`;

/** Only this very style, pictures within the page, and forms to ourselves; no script at all. */
const policy = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const safeColour = (colour: string | undefined) => (/^#[0-9a-f]{6}$/i.test(colour ?? '') ? colour! : '#1f2937');

/** Answers with a page for somebody without an account: never kept, never listed by search engines. */
export function sendPage(response: Response, { locale, title, body, brand, status = 200 }: PageContent): void {
  const style = styles(safeColour(brand?.colour));
  pageHeaders(response, policy(style));
  response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
  const head = brand?.logo ? html`<img src="${brand.logo}" alt="${brand.name}">` : html`${brand?.name ?? 'Kontor'}`;
  const contact = [
    brand?.name,
    brand?.phone && html`<a href="tel:${brand.phone.replace(/[^\d+]/g, '')}">${brand.phone}</a>`,
    brand?.email && html`<a href="mailto:${brand.email}">${brand.email}</a>`,
  ].filter(Boolean);
  const footer = contact.length > 1 ? contact.map((one, i) => (i ? html` · ${one}` : one)) : '';
  const page = html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><title>${title}${brand ? ` · ${brand.name}` : ''}</title><style>${new Html(style)}</style></head><body><div class="page"><header>${head}</header><main>${body}</main><footer>${footer}</footer></div></body></html>`;
  response.status(status).type('html').send(page.text);
}
