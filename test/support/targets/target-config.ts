import { camelKeys } from '../../../src/domain/environment/schema.ts'
import type { TargetConfig } from '../../../src/domain/environment/schema.ts'
import { targetSchema } from '../../../src/domain/environment/target-schema.ts'

type Written = (typeof targetSchema)['_zod']['input']

/** What stands under `target:` in an environment file, read as the file is read: with its defaults. */
export function targetConfig<Kind extends Written['type']>(
  written: Extract<Written, { type: Kind }>,
): Extract<TargetConfig, { type: Kind }> {
  const config = camelKeys(targetSchema.parse(written))
  if (!isOf(config, written.type)) throw new Error(`it was read as another kind: ${config.type}`)
  return config
}

function isOf<Kind extends Written['type']>(
  config: TargetConfig,
  kind: Kind,
): config is Extract<TargetConfig, { type: Kind }> {
  return config.type === kind
}
