import { availableParallelism, cpus, totalmem } from 'node:os'

/** What this machine is, as a proof tells it. Memory in bytes. */
export function thisMachine(): { cpu: string; cores: number; memory: number } {
  return { cpu: cpus()[0]?.model.trim() ?? process.arch, cores: availableParallelism(), memory: totalmem() }
}
