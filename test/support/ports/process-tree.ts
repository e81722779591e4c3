import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { startOf } from '../../../src/host/spool.ts'

/** A process of this machine, told from a later one with the same number by when it started. */
export interface SeenProcess {
  pid: number
  start: number
  command: string
}

/** All that a process has started, and what those have, however deep. Linux only: elsewhere nobody is seen. */
export function descendantsOf(pid: number): SeenProcess[] {
  const children = new Map<number, number[]>()
  for (const one of allPids()) {
    const parent = parentOf(one)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), one])
  }
  const found: SeenProcess[] = []
  const queue = [...(children.get(pid) ?? [])]
  for (const one of queue) {
    queue.push(...(children.get(one) ?? []))
    const start = startOf(one)
    if (start !== null) found.push({ pid: one, start, command: read(one, 'cmdline').replaceAll('\0', ' ') })
  }
  return found
}

/** Arguments and environment of all those processes, as anybody with the right user could read them just now. */
export function visibleOf(processes: readonly SeenProcess[]): string {
  return processes
    .flatMap(({ pid, command }) => {
      const environment = read(pid, 'environ')
      // Between fork and exec a child still shows its parent's environment, under a command line that is not its own yet.
      const isProgram = command.trim() !== '' && read(pid, 'cmdline').replaceAll('\0', ' ') === command
      return isProgram ? [`${command}\n${environment}`] : []
    })
    .join('\n')
}

/** Waits until none of them is left. Resolves those that are still there when patience ends. */
export async function gone(processes: readonly SeenProcess[], patience = 15_000): Promise<SeenProcess[]> {
  for (let waited = 0; ; waited += 50) {
    const left = processes.filter(({ pid, start }) => startOf(pid) === start)
    if (left.length === 0 || waited >= patience) return left
    await wait(50)
  }
}

/** Processes that a text, such as the path of a test's folder, appears in: in arguments or environment. */
export function processesThatMention(text: string): SeenProcess[] {
  return allPids().flatMap((pid) => {
    const command = read(pid, 'cmdline')
    const start = startOf(pid)
    const mentions = `${command}\n${read(pid, 'environ')}`.includes(text)
    return start === null || pid === process.pid || !mentions
      ? []
      : [{ pid, start, command: command.replaceAll('\0', ' ') }]
  })
}

function allPids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}

function parentOf(pid: number): number | null {
  const fields = read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')
  return fields[1] === undefined ? null : Number(fields[1])
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // it has ended, or is another user's
  }
}
