/**
 * `npm run build`: everything in the repository that is made from something else. Twice in a row gives the same bytes,
 * and CI fails when it changes a tracked file.
 */
import { actionFiles } from './build/action-files.ts'
import { bundle } from './build/bundle.ts'
import { jsonSchemas } from './build/json-schema.ts'
import { keyTable, readmeTables } from './build/readme-tables.ts'
import { referencePages } from './build/reference.ts'
import { writeGenerated } from './build/write.ts'

for (const file of [
  ...jsonSchemas(),
  ...actionFiles(),
  ...(await readmeTables()),
  await keyTable(),
  ...referencePages(),
]) {
  await writeGenerated(file)
}
await bundle()
