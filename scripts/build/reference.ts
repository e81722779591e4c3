import { failureKinds } from '../../src/domain/failure.ts'
import type { Verb } from '../../src/wiring/verb.ts'
import { verbs } from '../../src/wiring/verbs.ts'
import { environmentPage } from './environment-page.ts'
import { inputRows } from './inputs.ts'
import { markdownTable } from './markdown-table.ts'
import type { GeneratedFile } from './write.ts'

const heading = '<!-- Made by npm run build from src/wiring/verbs.ts; change it there. -->\n'

/** docs/reference: what can be looked up rather than explained. */
export function referencePages(): GeneratedFile[] {
  return [
    { path: 'docs/reference/cli.md', content: cliPage(Object.values<Verb>(verbs)) },
    environmentPage(),
    { path: 'docs/reference/failures.md', content: failuresPage() },
  ]
}

function cliPage(all: Verb[]): string {
  const links = all.map((verb) => [`[\`${verb.name}\`](#${verb.name.replaceAll(' ', '-')})`, verb.summary])
  return `${heading}
# The command line

\`node bin/lifeboat.js <verb> [options]\`. People read standard error; with \`--json\` the report goes to standard output. Documents that were asked for (\`metrics\`, \`report compliance\`) go to standard output themselves, unless \`--file\` names another place.
The exit code is that of the [kind of failure](failures.md), 0 when there was none.

${markdownTable(['verb', ''], links)}
${all.map(section).join('\n')}`
}

function section(verb: Verb): string {
  const rows = inputRows(verb)
    .filter((row) => row.only !== 'action')
    .map((row) => [
      `\`--${row.name}\``,
      `${row.description}${row.choices.length > 0 ? ` One of ${row.choices.map((choice) => `\`${choice}\``).join(', ')}.` : ''}`,
      row.required ? '**required**' : row.default === null ? '' : `\`${row.default}\``,
    ])
  const examples = verb.examples.map(({ text, command }) => `# ${text}\n${command}`).join('\n')
  return `## ${verb.name}

${verb.summary}.

${verb.description}

\`\`\`sh
${examples}
\`\`\`

${markdownTable(['option', 'meaning', 'default'], rows)}`
}

function failuresPage(): string {
  return `${heading.replace('wiring/verbs', 'domain/failure')}
# Kinds of failure

Every failure has one kind. It says who must act, and it is the exit code of the command line and the output \`failure\` of
the actions.

${markdownTable(
  ['kind', 'meaning', 'exit code', 'retried'],
  Object.entries(failureKinds).map(([kind, { meaning, exit, retried }]) => [
    `\`${kind}\``,
    meaning,
    String(exit),
    retried ? 'yes, with back-off' : 'no',
  ]),
)}`
}
