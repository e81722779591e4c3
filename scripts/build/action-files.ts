import { stringify } from 'yaml'
import { sharedOutputs, type ActionVerb } from '../../src/wiring/verb.ts'
import { actionVerbs } from '../../src/wiring/verbs.ts'
import { actionInputs, type InputRow } from './inputs.ts'
import type { GeneratedFile } from './write.ts'

const heading = '# Made by npm run build from src/wiring/verbs.ts; change it there.\n'

/** Each `actions/<name>/action.yml` with its two-line `main.js` and `post.js`, and the `action.yml` at the root that offers them all. */
export function actionFiles(): GeneratedFile[] {
  return [
    ...actionVerbs().flatMap((verb) =>
      verb.action.isComposite === true
        ? compositeFiles(verb)
        : [
            { path: `actions/${verb.action.folder}/action.yml`, content: actionFile(verb) },
            {
              path: `actions/${verb.action.folder}/main.js`,
              content: `import { action } from '../dist/index.js'\nawait action('${verb.action.folder}')\n`,
            },
            ...(verb.action.startsServers
              ? [{ path: `actions/${verb.action.folder}/post.js`, content: postFile('../dist') }]
              : []),
          ],
    ),
    { path: 'action.yml', content: rootActionFile(actionVerbs()) },
    {
      path: 'actions/main.js',
      content: `import { action } from './dist/index.js'\nawait action(process.env['INPUT_COMMAND'] ?? '')\n`,
    },
    { path: 'actions/post.js', content: postFile('./dist') },
  ]
}

/**
 * An action of two steps: `run` is the operation, and `report` comes whatever became of it. Siblings are called as `$/…`, which
 * is the repository and the commit of the file itself, wherever it is used from.
 */
function compositeFiles(verb: ActionVerb): GeneratedFile[] {
  const folder = `actions/${verb.action.folder}`
  const { inputs, outputs: described, ...head } = actionHead(verb)
  // What was only tried wakes nobody, whatever became of it; and the record on GitHub is closed by who made it.
  const shared = [
    'environment',
    'config',
    'reason',
    'fail-on',
    'github-token',
    'dry-run',
    'deployment',
  ].filter((name) => name in inputs)
  const given = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, `\${{ inputs.${name} }}`]))
  const part = (name: 'run' | 'report', value: Record<string, unknown>) => [
    { path: `${folder}/${name}/action.yml`, content: yaml(value) },
    {
      path: `${folder}/${name}/main.js`,
      content: `import { action } from '../../dist/index.js'\nawait action('${verb.action.folder}${name === 'run' ? '' : '/report'}')\n`,
    },
  ]
  return [
    {
      path: `${folder}/action.yml`,
      content: yaml({
        ...head,
        inputs,
        outputs: Object.fromEntries(
          Object.entries(described).map(([name, { description }]) => [
            name,
            { description, value: `\${{ steps.report.outputs.${name} }}` },
          ]),
        ),
        runs: {
          using: 'composite',
          steps: [
            { name: 'Run', id: 'run', uses: `$/${folder}/run`, with: given(Object.keys(inputs)) },
            {
              name: 'Report',
              id: 'report',
              if: 'always()',
              uses: `$/${folder}/report`,
              with: { ...given(shared), ran: '${{ toJSON(steps.run.outputs) }}' },
            },
          ],
        },
      }),
    },
    ...part('run', {
      ...head,
      description: `The step of ${verb.action.folder} that does the work; use ${verb.action.folder} itself.`,
      inputs,
      outputs: described,
      runs: runs('', verb.action.startsServers),
    }),
    ...(verb.action.startsServers
      ? [{ path: `${folder}/run/post.js`, content: postFile('../../dist') }]
      : []),
    ...part('report', {
      ...head,
      description: `The step of ${verb.action.folder} that always reports; use ${verb.action.folder} itself.`,
      inputs: {
        ...Object.fromEntries(shared.map((name) => [name, inputs[name]])),
        ran: { description: 'The outputs of the step that does the work, as JSON.', required: false },
      },
      outputs: described,
      runs: runs('', false),
    }),
  ]
}

function postFile(dist: string): string {
  return `import { post } from '${dist}/index.js'\nawait post()\n`
}

function actionFile(verb: ActionVerb): string {
  return yaml({ ...actionHead(verb), runs: runs('', verb.action.startsServers) })
}

function actionHead(verb: ActionVerb) {
  return {
    name: verb.action.title,
    description: `${verb.summary}.`,
    author: 'Lifeboat',
    branding: { icon: verb.action.icon, color: 'orange' },
    inputs: Object.fromEntries(actionInputs(verb).map((row) => [row.name, input(row)])),
    outputs: outputs({ ...verb.outputs, ...sharedOutputs }),
  }
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
