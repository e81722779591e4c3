/**
 * A run of its own that holds a drill's laboratory with a server and its standby: `node drill-child.ts MAJOR TEMP`. Prints one
 * line of JSON when both are up, and keeps them until it is killed or its standard input ends.
 */
import { once } from 'node:events'
import { openSpool } from '../../../src/host/spool.ts'
import { testDrillLaboratory } from './drill-laboratory.ts'

const [major, temp = ''] = process.argv.slice(2)
await using spool = await openSpool(temp)
await using laboratory = await testDrillLaboratory(Number(major), spool.path)
const primary = await laboratory.startServer('primary')
await laboratory.startStandby('standby', primary)
const elsewhere = await laboratory.openElsewhere()
await elsewhere.run('touch here', primary)
process.stdout.write(`${JSON.stringify({ url: primary.url('postgres') })}\n`)
process.stdin.resume()
await once(process.stdin, 'end')
