import express from 'express';
import { byHand } from './statements.ts';

/** What one would write with express and pg in an afternoon. */
const answers = byHand(process.env.DATABASE_URL!);
const app = express();
app.disable('x-powered-by').disable('etag');
app.use(express.json());

app.get('/api/v1/customers', async (request, response) => {
  const [first, last] = JSON.parse(String(request.query.range));
  const { status } = JSON.parse(String(request.query.filter));
  const { rows, total } = await answers.page(status, first, last);
  response.set('Content-Range', `customers ${first}-${first + rows.length - 1}/${total}`).json(rows);
});
app.get('/api/v1/customers/:id', async (request, response) => {
  const row = await answers.one(request.params.id);
  response.status(row ? 200 : 404).json(row ?? {});
});
app.post('/api/v1/customers', async (request, response) => {
  response.status(201).json(await answers.create(request.body));
});
app.put('/api/v1/customers/:id', async (request, response) => {
  const row = await answers.update(request.params.id, request.body);
  response.status(row ? 200 : 409).json(row ?? {});
});
app.listen(Number(process.env.PORT), '127.0.0.1');
