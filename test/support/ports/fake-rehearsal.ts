import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { extract } from 'tar-stream'
import type { ArtifactRecord, SourceRecord } from '../../../src/domain/manifest.ts'
import { rungs, type Check, type CheckStatus, type Rung } from '../../../src/domain/verdict.ts'
import type { Rehearsal, RehearsalContext, RehearsalResult } from '../../../src/ports/source.ts'
import { truth } from './fake-source.ts'

/** Restores nothing, but reads every artifact as a rehearsal does, and holds it to what the fake source had. */
export function fakeRehearsal(record: SourceRecord, result: Partial<RehearsalResult> = {}): Rehearsal {
  return rehearsalOf(async (context) => {
    const reaches = (rung: Rung) => rungs.indexOf(context.level) >= rungs.indexOf(rung)
    context.check(check('complete', 'archive'))
    if (!reaches('restorable')) return noResult
    for (const artifact of record.artifacts) {
      for (const [name, bytes] of await contentsOf(artifact, context)) {
        if (truth[name]?.equals(bytes) !== true) throw new Error(`${name} came back different`)
      }
    }
    context.check(check('restorable', 'restore'))
    for (const rung of ['equal', 'sound', 'fresh', 'useful'] as const) {
      if (reaches(rung)) context.check(check(rung, `fake ${rung}`))
    }
    return { ...goodResult, ...result }
  })
}

/** A rehearsal that only reads, of a backup that a real source made; what it reads is held to the manifest by the reader. */
export function readingRehearsal(record: SourceRecord): Rehearsal {
  return rehearsalOf(async (context) => {
    for (const artifact of record.artifacts) await contentsOf(artifact, context)
    context.check(check('restorable', 'restore'))
    context.check(check('equal', 'tables'))
    return goodResult
  })
}

/** A rehearsal that finds just these checks. */
export function scriptedRehearsal(
  checks: readonly Check[],
  result: Partial<RehearsalResult> = {},
): Rehearsal {
  return rehearsalOf(async (context) => {
    for (const one of checks) context.check(one)
    return { ...goodResult, ...result }
  })
}

export function rehearsalOf(rehearse: (context: RehearsalContext) => Promise<RehearsalResult>): Rehearsal {
  return { rehearse }
}

export function check(rung: Rung, name: string, status: CheckStatus = 'passed'): Check {
  return {
    rung,
    name,
    status,
    detail: `it is ${status}`,
    subjects: [],
    failure: status === 'failed' ? 'objective' : null,
    duration: 1,
  }
}

export const goodResult: RehearsalResult = {
  isolation: 'full',
  restoreDuration: 1_000,
  restoreEstimate: 1_600,
  bytes: 300_000,
  dataAge: 1_000,
  notIncluded: [],
  facts: [],
}

export const noResult: RehearsalResult = {
  ...goodResult,
  isolation: null,
  restoreDuration: null,
  restoreEstimate: null,
  bytes: 0,
  dataAge: null,
}

/** An artifact's bytes, or those of its members, decompressed. */
async function contentsOf(
  artifact: ArtifactRecord,
  { artifacts, signal }: RehearsalContext,
): Promise<[name: string, bytes: Buffer][]> {
  const bytes = await buffer(await artifacts.open(artifact, 'plain', signal))
  if (artifact.members === undefined) return [[artifact.name, bytes]]
  const archive = Readable.from([bytes], { objectMode: false }).pipe(extract())
  const contents: [string, Buffer][] = []
  for await (const member of archive) {
    contents.push([`${artifact.name}/${member.header.name}`, await buffer(member)])
  }
  return contents
}
