import { expect, test } from 'vitest'
import { environments } from '../../src/wiring/input-fields.ts'
import { dashboardVerb } from '../../src/wiring/verbs/dashboard.ts'
import { metricsVerb } from '../../src/wiring/verbs/metrics.ts'

test('several environments may be separated by commas and by semicolons, wherever they are named', () => {
  for (const text of ['staging,production', 'staging;production', ' staging, production']) {
    const wanted = ['staging', 'production']
    expect(environments.parse(text)).toEqual(wanted)
    expect(metricsVerb.inputs.parse({ environment: text })).toMatchObject({ environment: wanted })
    expect(dashboardVerb.inputs.parse({ environments: text })).toMatchObject({ environments: wanted })
  }
  expect(environments.safeParse(' ,').success).toBe(false)
})
