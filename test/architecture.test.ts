import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/**
 * The rooms of src/ and the arrows between them: each room may know itself and the rooms named here. Adapters (stores,
 * sources, targets, channels, github, host) know no other adapter.
 */
const arrows: Record<string, readonly string[]> = {
  domain: [],
  ports: ['domain'],
  reports: ['domain'],
  stores: ['domain', 'ports'],
  sources: ['domain', 'ports'],
  targets: ['domain', 'ports'],
  channels: ['domain', 'ports'],
  github: ['domain', 'ports'],
  host: ['domain', 'ports'],
  vault: ['domain', 'ports'],
  operations: ['domain', 'ports', 'vault'],
  scenarios: ['domain', 'ports', 'operations'],
  wiring: [
    'domain',
    'ports',
    'reports',
    'stores',
    'sources',
    'targets',
    'channels',
    'host',
    'vault',
    'operations',
    'scenarios',
  ],
  actions: ['domain', 'ports', 'reports', 'github', 'wiring'],
  cli: ['domain', 'ports', 'reports', 'host', 'wiring'],
}

/** Packages that belong to one room. What is not named here may stand anywhere but in domain and ports. */
const packageRooms: [pattern: RegExp, rooms: readonly string[]][] = [
  [/^@actions\//, ['github']],
  [/^@octokit\//, ['github']],
  [/^@aws-sdk\/|^@smithy\//, ['stores']],
  [/^pg$|^pg-/, ['sources']],
  [/^age-encryption$/, ['vault', 'domain']],
  [/^commander$/, ['cli']],
  [/^yaml$/, ['domain']],
]

/** What `node bin/lifeboat.js` and an action may load before they know what they are to do. */
const lightPackages = ['zod']

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'src')

interface Import {
  from: string
  /** A file in src/, from its root; or a package or built-in module. */
  to: string
  isPackage: boolean
  isDeferred: boolean
  isTypeOnly: boolean
}

const files = filesUnder(source).filter((file) => file.endsWith('.ts'))
const texts = new Map(files.map((file) => [relative(source, file), readFileSync(file, 'utf8')]))
const imports = [...texts].flatMap(([file, text]) => importsOf(file, text))

describe('the arrows between rooms', () => {
  test('every file of src stands in a room, or is the entry', () => {
    const strays = [...texts.keys()].filter((file) => !(roomOf(file) in arrows) && file !== 'main.ts')
    expect(strays).toEqual([])
  })

  test('no room knows a room that the design does not let it know', () => {
    const wrong = imports.filter(({ from, to, isPackage }) => {
      if (isPackage || from === 'main.ts') return false
      const [own, other] = [roomOf(from), roomOf(to)]
      return own !== other && !(arrows[own] ?? []).includes(other)
    })
    expect(wrong.map(described)).toEqual([])
  })

  test('no kind of source knows another: what several need lies beside them', () => {
    const kinds = ['postgres', 'redis', 'files']
    const kindOf = (file: string) => {
      const [room, kind = ''] = file.split('/')
      return room === 'sources' && kinds.includes(kind) ? kind : null
    }
    const wrong = imports.filter(({ from, to, isPackage }) => {
      const [own, other] = [kindOf(from), isPackage ? null : kindOf(to)]
      return other !== null && own !== other && roomOf(from) === 'sources'
    })
    expect(kinds.filter((kind) => !imports.some(({ from }) => kindOf(from) === kind))).toEqual([])
    expect(wrong.map(described)).toEqual([])
  })

  test('the entry knows only the two faces, and the memory that both run in', () => {
    const known = imports.filter(({ from }) => from === 'main.ts').map(({ to }) => to)
    const others = known.filter((to) => !['actions', 'cli'].includes(roomOf(to)))
    expect(others).toEqual(['host/memory.ts'])
  })

  test('every package stands in the room that it belongs to', () => {
    const wrong = imports.filter(
      ({ from, to, isPackage }) =>
        isPackage &&
        packageRooms.some(([pattern, rooms]) => pattern.test(to) && !rooms.includes(roomOf(from))),
    )
    expect(wrong.map(described)).toEqual([])
  })

  test('domain, ports and reports touch nothing outside of the process', () => {
    const world = /^node:(fs|fs\/promises|net|tls|http|https|http2|child_process|dgram|dns|cluster|os)$/
    const wrong = imports.filter(
      ({ from, to, isTypeOnly }) =>
        ['domain', 'ports', 'reports'].includes(roomOf(from)) && !isTypeOnly && world.test(to),
    )
    expect(wrong.map(described)).toEqual([])
  })
})

describe('time, chance and the process environment', () => {
  // Ports bring them, so that tests can choose them. Adapters and faces are the places that ask the machine.
  const pure = ['domain', 'ports', 'reports', 'vault', 'operations', 'scenarios']

  test.each([
    ['the time', /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/],
    ['chance', /\bMath\.random\(/],
    ['variables', /\bprocess\.env\b/],
  ])('no rule and no operation asks the machine for %s', (_, pattern) => {
    const wrong = [...texts].filter(([file, text]) => pure.includes(roomOf(file)) && pattern.test(text))
    expect(wrong.map(([file]) => file)).toEqual([])
  })
})

describe('the shape of the code', () => {
  test('no folder is called utils, helpers or common', () => {
    const folders = ['src', 'test', 'scripts', 'examples', 'bench'].flatMap((place) =>
      filesUnder(join(root, place)).map((file) => relative(root, dirname(file))),
    )
    expect(
      [...new Set(folders)].filter((folder) => /(^|\/)(utils?|helpers?|common)(\/|$)/.test(folder)),
    ).toEqual([])
  })

  test('an action is only wiring: no file of src/actions is longer than a page', () => {
    const long = [...texts].filter(
      ([file, text]) => roomOf(file) === 'actions' && text.split('\n').length > 80,
    )
    expect(long.map(([file]) => file)).toEqual([])
  })

  test('nothing heavy is loaded before it is known what to do', () => {
    const heavy = reachableAtStart('main.ts').filter(
      ({ to, isPackage }) => isPackage && !to.startsWith('node:') && !lightPackages.includes(to),
    )
    expect(heavy.map(described)).toEqual([])
  })

  test.each(['wiring/run-backup.ts', 'wiring/run-verify.ts'])(
    '%s loads S3, PostgreSQL and YAML only when the environment asks for them',
    (entry) => {
      const heavy = reachableAtStart(entry).filter(({ to }) =>
        /^(@aws-sdk\/|@actions\/|pg$|pg-|yaml$)/.test(to),
      )
      expect(heavy.map(described)).toEqual([])
    },
  )

  test('this test reads every form of import that the code uses', () => {
    const text = [
      "import { a } from './a.ts'",
      "import type { B } from './b.ts'",
      "import {\n  type C,\n  d,\n} from './d.ts'",
      "import { type E, type F } from './e.ts'",
      "export * from './g.ts'",
      "import './h.ts'",
      "// import { no } from './no.ts'",
      "const late = await import('../stores/open.ts')",
      "import { z } from 'zod'",
    ].join('\n')
    const read = importsOf('cli/x.ts', text).map(
      ({ to, isDeferred, isTypeOnly }) => `${to}${isDeferred ? ' late' : ''}${isTypeOnly ? ' types' : ''}`,
    )
    expect(read.sort()).toEqual([
      'cli/a.ts',
      'cli/b.ts types',
      'cli/d.ts',
      'cli/e.ts types',
      'cli/g.ts',
      'cli/h.ts',
      'stores/open.ts late',
      'zod',
    ])
  })
})

/** All imports that run when a file is loaded, directly or through others. */
function reachableAtStart(entry: string): Import[] {
  const seen = new Set<string>()
  const found: Import[] = []
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const each of imports) {
      if (each.from !== file || each.isDeferred || each.isTypeOnly) continue
      found.push(each)
      if (!each.isPackage) visit(each.to)
    }
  }
  visit(entry)
  return found
}

function importsOf(from: string, text: string): Import[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
  const found: Import[] = []
  const add = (specifier: string, isDeferred: boolean, isTypeOnly: boolean) => {
    const isPackage = !specifier.startsWith('.')
    const to = isPackage ? specifier : relative(source, join(source, dirname(from), specifier))
    found.push({ from, to, isPackage, isDeferred, isTypeOnly })
  }
  for (const [, , type, names = '', specifier] of code.matchAll(
    /^(import|export)(\s+type)?\s+([^'";]*?)from\s+'([^']+)'/gm,
  )) {
    const onlyTypes =
      type !== undefined ||
      (names.trim().startsWith('{') && names.split(',').every((name) => /^[\s{}]*(type\s|$)/.test(name)))
    add(specifier ?? '', false, onlyTypes)
  }
  for (const [, specifier] of code.matchAll(/^import\s+'([^']+)'/gm)) add(specifier ?? '', false, false)
  for (const [, specifier] of code.matchAll(/\bimport\('([^']+)'\)/g)) {
    // `import('x').Type` in a type position is no load, but naming a room is knowing it all the same.
    add(specifier ?? '', true, false)
  }
  return found
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? ''
}

function described({ from, to }: Import): string {
  return `${from} → ${to}`
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
