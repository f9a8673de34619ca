import published from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

/*
 * The schema of SARIF 2.1.0 in its release form rtm.5, as SchemaStore publishes it. It is written in JSON Schema draft 4;
 * Ajv 8 knows later drafts only, in which all that it uses means the same but for these two keys at its head.
 */
const { $schema: _draft, id: _id, ...schema } = published;

// A pattern for languages in the schema has a lone bracket, which Unicode mode refuses.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the schema finds wrong in a log, each as `place: reason`; empty for a valid one. */
export function sarifErrors(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
