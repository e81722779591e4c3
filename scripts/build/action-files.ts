import { stringify } from 'yaml'
import { sharedOutputs, type ActionVerb } from '../../src/wiring/verb.ts'
import { actionVerbs } from '../../src/wiring/verbs.ts'
import { actionInputs, type InputRow } from './inputs.ts'
import type { GeneratedFile } from './write.ts'

const heading = '# Made by npm run build from src/wiring/verbs.ts; change it there.\n'

/** Each `actions/<name>/action.yml` with its two-line `main.js` and `post.js`, and the `action.yml` at the root that offers them all. */
export function actionFiles(): GeneratedFile[] {
  return [
    ...actionVerbs().flatMap((verb) => [
      { path: `actions/${verb.action.folder}/action.yml`, content: actionFile(verb) },
      {
        path: `actions/${verb.action.folder}/main.js`,
        content: `import { action } from '../dist/index.js'\nawait action('${verb.action.folder}')\n`,
      },
      ...(verb.action.startsServers
        ? [{ path: `actions/${verb.action.folder}/post.js`, content: postFile('../dist') }]
        : []),
    ]),
    { path: 'action.yml', content: rootActionFile(actionVerbs()) },
    {
      path: 'actions/main.js',
      content: `import { action } from './dist/index.js'\nawait action(process.env['INPUT_COMMAND'] ?? '')\n`,
    },
    { path: 'actions/post.js', content: postFile('./dist') },
  ]
}

function postFile(dist: string): string {
  return `import { post } from '${dist}/index.js'\nawait post()\n`
}

function actionFile(verb: ActionVerb): string {
  return yaml({
    name: verb.action.title,
    description: `${verb.summary}.`,
    author: 'Lifeboat',
    branding: { icon: verb.action.icon, color: 'orange' },
    inputs: Object.fromEntries(actionInputs(verb).map((row) => [row.name, input(row)])),
    outputs: outputs({ ...verb.outputs, ...sharedOutputs }),
    runs: runs('', verb.action.startsServers),
  })
}

/** One action for the Marketplace: `command` says which, and only that command's inputs may be given. */
function rootActionFile(verbs: ActionVerb[]): string {
  const inputs = new Map<string, unknown>()
  const allOutputs: Record<string, string> = {}
  for (const verb of verbs) {
    for (const row of actionInputs(verb)) {
      const users = verbs.filter((other) => row.name in other.inputs.shape)
      const everywhere = users.length === verbs.length
      const prefix = everywhere ? '' : `For ${users.map((user) => user.action.folder).join(', ')}. `
      inputs.set(row.name, {
        ...input(row),
        description: `${prefix}${row.description}`,
        ...(everywhere ? {} : { default: undefined }),
      })
    }
    Object.assign(allOutputs, verb.outputs)
  }
  return yaml({
    name: 'Lifeboat',
    description: 'PostgreSQL backups that are proven to restore',
    author: 'Lifeboat',
    branding: { icon: 'life-buoy', color: 'orange' },
    inputs: {
      command: {
        description: `What to do: ${verbs.map((verb) => `\`${verb.action.folder}\``).join(' or ')}.`,
        required: true,
      },
      ...Object.fromEntries(inputs),
    },
    outputs: outputs({ ...allOutputs, ...sharedOutputs }),
    runs: runs(
      'actions/',
      verbs.some((verb) => verb.action.startsServers),
    ),
  })
}

function runs(folder: string, startsServers: boolean): Record<string, string> {
  return {
    using: 'node24',
    main: `${folder}main.js`,
    ...(startsServers ? { post: `${folder}post.js`, 'post-if': 'always()' } : {}),
  }
}

function input(row: InputRow): Record<string, unknown> {
  const value = row.name === 'github-token' ? '${{ github.token }}' : row.default
  return {
    description: row.description,
    required: row.required,
    ...(value === null ? {} : { default: value }),
  }
}

function outputs(descriptions: Readonly<Record<string, string>>): Record<string, { description: string }> {
  return Object.fromEntries(
    Object.entries(descriptions).map(([name, description]) => [name, { description }]),
  )
}

function yaml(value: unknown): string {
  return heading + stringify(value, { lineWidth: 0 })
}
