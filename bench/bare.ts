import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { byHand } from './statements.ts';

/** The quickest server that is still readable: node:http and prepared statements, nothing else. */
const answers = byHand(process.env.DATABASE_URL!);

async function bodyOf(request: IncomingMessage): Promise<Record<string, any>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString());
}

function send(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url!, 'http://localhost');
  const id = url.pathname.split('/')[4];
  if (request.method === 'POST') send(response, 201, await answers.create(await bodyOf(request)));
  else if (request.method === 'PUT') {
    const row = await answers.update(id!, await bodyOf(request));
    send(response, row ? 200 : 409, row ?? {});
  } else if (id) {
    const row = await answers.one(id);
    send(response, row ? 200 : 404, row ?? {});
  } else {
    const [first, last] = JSON.parse(url.searchParams.get('range')!);
    const { status } = JSON.parse(url.searchParams.get('filter')!);
    const { rows, total } = await answers.page(status, first, last);
    send(response, 200, rows, { 'Content-Range': `customers ${first}-${first + rows.length - 1}/${total}` });
  }
}

createServer((request, response) => {
  answer(request, response).catch((error: Error) => send(response, 500, { error: error.message }));
}).listen(Number(process.env.PORT), '127.0.0.1');
