import { problemKinds, problemStates } from '../problems/states.ts'

const day = { type: 'string', minLength: 1, pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const words = { type: 'string', minLength: 1 }
const lights = { type: 'string', enum: ['green', 'yellow', 'red', 'none'] }

/**
 * What our packages say beyond OC4IDS 0.9.5, as a JSON Schema of draft 04 for two further fields of a project. Names begin with
 * `x_`, so that no field of a later OC4IDS is taken.
 */
export const oc4idsExtension = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  title: 'Lights and problems of projects, beside OC4IDS 0.9.5',
  type: 'object',
  properties: {
    x_lights: {
      title: 'Lights',
      description:
        'The state of the project as the published rule computes it. Never a judgement: which rule, what it was given and its thresholds stand beside.',
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['light', 'rule', 'on'],
        properties: {
          light: lights,
          rule: { ...words, description: 'Version of the rule' },
          on: { ...day, description: 'Day that the rule looked at' },
          inputs: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['input', 'light'],
              properties: {
                input: { type: 'string', enum: ['start', 'progress', 'payment', 'statistics'] },
                light: lights,
                facts: { type: 'object', description: 'What the rule was given, by name' },
                thresholds: { type: 'object', description: 'Limits of the rule, by name' },
              },
            },
          },
        },
      },
    },
    x_problems: {
      title: 'Problems',
      description:
        'What stands in the way of the project. A problem is solved when the enterprise has confirmed it, not when a department has replied; words of enterprises are not published.',
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'object',
        required: ['id', 'kind', 'state', 'raisedOn'],
        properties: {
          id: words,
          kind: { type: 'string', enum: [...problemKinds] },
          state: { type: 'string', enum: [...problemStates] },
          raisedOn: day,
          dueOn: { ...day, description: 'Day by which the responsible party replies' },
          settledOn: { ...day, description: 'Day of the confirmation by the enterprise' },
          reopened: { type: 'integer', minimum: 0, description: 'How often the enterprise said that it is not solved' },
          responsibleParty: { ...words, description: 'Unit of the zone, by area code and unit code' },
        },
      },
    },
  },
}
