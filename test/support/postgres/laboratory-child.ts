/**
 * A run of its own that holds a laboratory: `node laboratory-child.ts MAJOR TEMP MODE`. Prints one line of JSON when the
 * laboratory is up, and keeps it until it is killed or its standard input ends.
 */
import { once } from 'node:events'
import { openSpool } from '../../../src/host/spool.ts'
import { enclosures } from '../../../src/sources/postgres/laboratory/enclosure.ts'
import { runInside, testLaboratory } from './laboratory.ts'

const [major, temp = '', mode] = process.argv.slice(2)
const atMost = enclosures.find((enclosure) => enclosure.mode === mode)?.mode
await using spool = await openSpool(temp)
await using laboratory = await testLaboratory(
  Number(major),
  spool.path,
  atMost === undefined ? {} : { atMost },
)
const environ = await runInside(laboratory, `tr '\\0' '\\n' < /proc/${process.pid}/environ`)
const told = {
  pid: process.pid,
  isolation: laboratory.isolation,
  spool: spool.path,
  socket: laboratory.connection.host,
  seesOurEnvironment: environ.includes('LIFEBOAT_TEST_CANARY'),
}
process.stdout.write(`${JSON.stringify(told)}\n`)
process.stdin.resume()
await once(process.stdin, 'end')
