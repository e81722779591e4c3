import type { Processes } from '../ports/process.ts'

/** How to run something as root: words to put before a command. */
export type Privilege = readonly string[]

/** As root itself nothing is needed, else sudo where it asks for no password; null when neither can be had. */
export async function findPrivilege(processes: Processes, signal?: AbortSignal): Promise<Privilege | null> {
  if (process.getuid?.() === 0) return []
  const sudo = ['sudo', '-n', '--']
  const tried = await processes
    .run('sudo', [...sudo.slice(1), 'true'], {
      environment: systemEnvironment,
      ...(signal === undefined ? {} : { signal }),
    })
    .catch(() => null)
  signal?.throwIfAborted()
  return tried?.code === 0 ? sudo : null
}

/** What programs of the system need, and nothing of ours. */
export const systemEnvironment: Readonly<Record<string, string>> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
}
