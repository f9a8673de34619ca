/*
 * What SARIF 2.1.0 (OASIS Standard, 27 March 2020) demands of the parts of a log that the tool writes, as a JSON schema:
 * required keys, enumerations, minima, and no key the standard does not define there. Each part names the section of the
 * standard it follows.
 */
const text = { type: 'string', minLength: 1 };
const object = (properties: object, required: string[], more: object = {}) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...more,
});

/** 3.11, 3.12: a message or multi-format string has at least its text. */
const message = object({ text, markdown: text, id: text, arguments: { type: 'array', items: text } }, ['text']);

/** 3.4: a URI reference, percent-encoded. */
const artifactLocation = object(
  {
    uri: { type: 'string', pattern: "^[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+$" },
    uriBaseId: text,
    index: { type: 'integer' },
  },
  ['uri'],
);

/** 3.30: lines and columns from 1; the end column is the one after the last. */
const place = { type: 'integer', minimum: 1 };
const region = object({ startLine: place, startColumn: place, endLine: place, endColumn: place }, ['startLine']);

/** 3.55–3.57 */
const replacement = object({ deletedRegion: region, insertedContent: object({ text: { type: 'string' } }, ['text']) }, [
  'deletedRegion',
]);
const fix = object(
  {
    description: message,
    artifactChanges: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: object({ artifactLocation, replacements: { type: 'array', minItems: 1, items: replacement } }, [
        'artifactLocation',
        'replacements',
      ]),
    },
  },
  ['artifactChanges'],
);

const level = { enum: ['none', 'note', 'warning', 'error'] };

/** 3.27 */
const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: {
      type: 'array',
      items: object({ physicalLocation: object({ artifactLocation, region }, ['artifactLocation']) }, []),
    },
    fixes: { type: 'array', uniqueItems: true, items: fix },
  },
  ['message'],
);

/** 3.49, 3.50 */
const rule = object(
  {
    id: text,
    shortDescription: message,
    defaultConfiguration: object({ level }, []),
    properties: { type: 'object' },
  },
  ['id'],
);

/** 3.19: a version, where given, in the form of semantic versioning. */
const driver = object(
  {
    name: text,
    semanticVersion: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+' },
    rules: { type: 'array', uniqueItems: true, items: rule },
  },
  ['name'],
);

/** 3.13, 3.14 */
export const sarifSchema = object(
  {
    $schema: { type: 'string', pattern: 'sarif-schema-2\\.1\\.0\\.json$' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: object(
        {
          tool: object({ driver }, ['driver']),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: result },
        },
        ['tool'],
      ),
    },
  },
  ['version', 'runs'],
);
