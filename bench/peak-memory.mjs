// Loaded by NODE_OPTIONS=--import: writes the process's peak resident memory in KiB to LIFEBOAT_BENCH_PEAK when it ends.
// VmHWM is of this program alone; what getrusage says can include the process that started it.
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const target = process.env.LIFEBOAT_BENCH_PEAK
if (isMainThread && target !== undefined) process.on('exit', () => writeFileSync(target, String(peak())))

function peak() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}
