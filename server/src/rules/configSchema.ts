import { render } from '../text/message';
import { SEVERITIES, STYLE_CHOICES } from './config';
import { rules } from './index';
import { defaultStyle } from './settings';

/** The JSON schema of the project file: what `readConfig` takes and nothing else. scripts/write-schema.ts writes it into schemas/. */
export function configSchema(): object {
  const choices = { rules: ruleSeverities(), style: style() };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Newspaper Markup: project file',
    ...object({
      $schema: { type: 'string' },
      ...choices,
      overrides: {
        description: 'Rules and house style for some files; later ones win.',
        ...list({ ...object({ files: globs, ...choices }), required: ['files'] }),
      },
      ignored: {
        description: 'Findings that are not shown any more; quick fixes add to it.',
        ...list(allOf({ file: text, rule: text, hash: text })),
      },
      learntPairs: {
        description:
          'Characters that OCR took for others, as somebody taught them: what was printed, and what was recognised.',
        ...list(allOf({ written: text, recognised: text })),
      },
    }),
  };
}

/** Severities by rule, with each rule's own as its default. */
export const ruleSeverities = (): object => ({
  description: 'Severities by rule; a rule that is not named keeps its own.',
  ...object(
    Object.fromEntries(
      rules.map(({ id, summary, severity }) => [
        id,
        { description: render(summary), enum: [...SEVERITIES], default: severity },
      ]),
    ),
  ),
});

const style = (): object => ({
  description: 'House style.',
  ...object(
    Object.fromEntries(
      Object.entries(STYLE_CHOICES).map(([key, choices]) => [
        key,
        { enum: [...choices], default: defaultStyle[key as keyof typeof defaultStyle] },
      ]),
    ),
  ),
});

const text = { type: 'string', minLength: 1 };
const globs = {
  description: 'Globs on paths from the folder of this file, such as 2019/**.',
  anyOf: [text, { type: 'array', items: text, minItems: 1 }],
};

const object = (properties: Record<string, object>) => ({ type: 'object', properties, additionalProperties: false });
const allOf = (properties: Record<string, object>) => ({ ...object(properties), required: Object.keys(properties) });
const list = (items: object) => ({ type: 'array', items });
