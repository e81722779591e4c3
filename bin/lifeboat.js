#!/usr/bin/env node
// Must be read by any Node from 18 on: it starts the newer one that `npm ci` has installed when this one is too old.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const words = process.argv.slice(2)
const installed = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

if (Number.parseInt(process.versions.node, 10) >= 24) {
  const { cli } = await import('../actions/dist/index.js')
  process.exitCode = await cli(words)
} else if (existsSync(installed)) {
  const child = spawn(installed, [fileURLToPath(import.meta.url), ...words], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('error', tooOld)
  child.on('exit', (code) => {
    process.exitCode = code ?? 130
  })
} else {
  tooOld()
}

function tooOld() {
  process.stderr.write(
    `lifeboat needs Node 24 or newer; this is ${process.versions.node}. Run npm ci in its folder, which brings it.\n`,
  )
  process.exitCode = 2
}
