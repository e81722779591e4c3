import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replicate } from '../src/operations/replicate/replicate.ts'
import { openLocalStore } from '../src/stores/local.ts'
import { makeTestKeys } from '../test/support/ports/environment.ts'
import { keeperPorts, keeping } from '../test/support/ports/retention.ts'

export interface ReplicateBench {
  backups: number
  objects: number
  /** Milliseconds to find that two stores on disk are alike. */
  unchanged: number
}

/** An environment of many backups, of so many objects each, in two stores that are alike. The target is 5 s for 1,000. */
export async function benchReplicate(backups = 1_000, artifacts = 20): Promise<ReplicateBench> {
  const kept = await keeping(await makeTestKeys())
  const folder = await mkdtemp(join(tmpdir(), 'bench-replicate-'))
  try {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')]
    await fill(first, backups, artifacts)
    await cp(first, second, { recursive: true })
    const stores = [
      await openLocalStore({ name: 'first', path: first, ephemeral: false }),
      await openLocalStore({ name: 'second', path: second, ephemeral: false }),
    ]
    await using ports = await keeperPorts(stores, kept)
    const started = performance.now()
    const { report } = await replicate(kept.environment, { dryRun: false }, ports)
    const unchanged = performance.now() - started
    if (report.verdict !== 'passed') throw new Error(report.failure?.message ?? report.verdict)
    return { backups, objects: backups * (artifacts + 3), unchanged }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(path: string, backups: number, artifacts: number): Promise<void> {
  const store = await openLocalStore({ name: 'fill', path, ephemeral: false })
  const names = [
    ...Array.from({ length: artifacts }, (_, index) => `main/${16_384 + index}.dat.zst.age`),
    'RECOVERY.md',
    'manifest.json',
    'manifest.json.sig',
  ]
  const start = Date.parse('2026-01-01T00:00:00Z')
  for (let index = 0; index < backups; index += 1) {
    const at = new Date(start + index * 900_000).toISOString().replaceAll(/[-:]|\.\d+/g, '')
    await Promise.all(
      names.map((name) => store.put(`test/backups/${at}-bench/${name}`, Buffer.from(name.repeat(20)))),
    )
  }
}
