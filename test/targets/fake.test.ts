import { describe } from 'vitest'
import { targetContract } from '../contracts/target.ts'
import { fakePlatform, fakeTarget } from '../support/doubles/fake-target.ts'

describe('the fake target', () => {
  targetContract(async () => {
    const platform = fakePlatform()
    let controller = new AbortController()
    return {
      target: fakeTarget(platform, {
        unwell: ['unwell'],
        midway: () => controller.abort(new Error('stopped')),
      }),
      unwell: 'unwell',
      moveTag: async (version) => {
        platform.tags.set(version, 'another image')
      },
      data: {
        write: async () => {
          platform.data.push('written')
        },
        isThere: async () => platform.data.includes('written'),
      },
      midway: async () => {
        controller = new AbortController()
        return controller.signal
      },
      migrated: async () => platform.data.at(-1) ?? '',
      [Symbol.asyncDispose]: async () => undefined,
    }
  })
})
