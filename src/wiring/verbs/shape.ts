import { z } from 'zod'
import { config, environment, named, path, sharedInputs } from '../input-fields.ts'
import { actionVerb } from '../verb.ts'

const shapeInputs = z.object({
  environment,
  config,
  output: path.default('shape.json').describe('The file that is written; it must not exist.').meta(named),
  'fail-on': sharedInputs['fail-on'],
})
export type ShapeInput = z.output<typeof shapeInputs>

export const shapeVerb = actionVerb({
  name: 'shape',
  summary: 'Write down a database’s definitions and sizes, without its rows',
  description:
    'Reads the catalog of the source and writes one JSON file: definitions, names of roles, size and estimated rows of ' +
    'each table and index. No rows, no column statistics, no comments, grants, settings or passwords. Pull requests are ' +
    'tried on it, so look at it once before you publish it: definitions hold what their authors wrote into them.',
  examples: [{ text: 'To look at', command: 'lifeboat shape --environment production --output shape.json' }],
  inputs: shapeInputs,
  outputs: { shape: 'Path of the file; empty when none was written.' },
  action: { folder: 'shape', title: 'Lifeboat shape', icon: 'layout', startsServers: false },
  load: async () => (await import('../run-shape.ts')).runShape,
})
