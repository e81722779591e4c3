import { availableParallelism, cpus, hostname, totalmem } from 'node:os'

/** What this machine is, as a proof tells it. Memory in bytes. */
export function thisMachine(): { cpu: string; cores: number; memory: number } {
  return { cpu: cpus()[0]?.model.trim() ?? process.arch, cores: availableParallelism(), memory: totalmem() }
}

/** How this machine is called, for those who look for whoever holds a lease. */
export function machineName(): string {
  return hostname()
}
