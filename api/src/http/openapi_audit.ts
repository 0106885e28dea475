import { bytes, operation, type Paths } from './openapi_operation.ts';
import { listOf, object, text } from './openapi_schemas.ts';

const head = object({
  position: { type: 'integer' },
  chain: { type: 'string', description: 'SHA-256 in hexadecimal' },
  at: { type: 'string', format: 'date-time' },
});
const moment = (name: string, description: string) => ({ name, in: 'query', schema: text, description });

/** The seals of the audit trail. Only for those who may read all of it. */
export const auditPaths: Paths = {
  '/audit/status': {
    get: operation('audit', 'audit_status', 'How far the trail is sealed', {
      answer: object({ head: { anyOf: [head, { type: 'null' }] }, waiting: { type: 'integer' }, heads: listOf(head) }),
      fails: [403],
    }),
  },
  '/audit/verification': {
    get: operation('audit', 'audit_verification', 'Check the trail against its seals', {
      answer: { content: bytes('application/x-ndjson') },
      fails: [403, 429],
      description: 'Lines of JSON: how far it is, now and then, and `result` in the last one.',
    }),
  },
  '/audit/export': {
    get: operation('audit', 'audit_export', 'The trail with its seals, to be verified without Kontor', {
      parameters: [moment('from', 'From this day or instant on'), moment('until', 'Before this day or instant')],
      answer: { content: bytes('application/x-ndjson') },
      fails: [400, 403, 429],
      description: '`scripts/audit-verify-offline.mjs` verifies the file.',
    }),
  },
};
