import { z } from 'zod'
import { environmentJsonSchema } from './json-schema.ts'
import { markdownTable } from './markdown-table.ts'
import type { GeneratedFile } from './write.ts'

/** The parts of a JSON Schema that the page shows. */
const nodeSchema = z.object({
  /** Several where a value may be of several kinds. */
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  oneOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
})
type Node = z.infer<typeof nodeSchema>

/** docs/reference/environment.md: every key of an environment file. */
export function environmentPage(): GeneratedFile {
  const top = nodeSchema.parse(environmentJsonSchema())
  const content = `<!-- Made by npm run build from src/domain/environment/schema.ts; change it there. -->

# The environment file

\`environments/<name>.yml\`, or \`environments/<application>/<name>.yml\`. For completion and checks in an editor, begin it with
\`# yaml-language-server: $schema=<path to schema/environment.json>\`.

Durations are numbers with a unit, such as \`90s\`, \`15m\`, \`6h\` or \`30d\`. Where a value may hold \`\${NAME}\`, it is taken from
the environment variables when an operation needs it; \`$\${\` is a literal \`\${\`.

${sections('Top level', '', top).join('\n')}`
  return { path: 'docs/reference/environment.md', content }
}

/** A section for a mapping, and one for each mapping below it. */
function sections(title: string, path: string, node: Node): string[] {
  const rows: string[][] = []
  const below: string[] = []
  for (const [key, value] of Object.entries(node.properties ?? {})) {
    const child = nodeSchema.parse(value)
    rows.push([
      `\`${key}\``,
      kindOf(child),
      node.required?.includes(key) === true && child.default === undefined
        ? '**required**'
        : defaultOf(child),
      child.description ?? '',
    ])
    for (const { name, inner } of mappingsIn(child)) {
      const place = `${path}${key}`
      below.push(...sections(name === '' ? `\`${place}\`` : `\`${place}\`: ${name}`, `${place}.`, inner))
    }
  }
  return [`## ${title}\n\n${markdownTable(['key', 'value', 'default', 'meaning'], rows)}`, ...below]
}

function mappingsIn(node: Node): { name: string; inner: Node }[] {
  if (node.properties !== undefined) return [{ name: '', inner: node }]
  if (node.items !== undefined) return mappingsIn(nodeSchema.parse(node.items))
  return (node.oneOf ?? node.anyOf ?? []).flatMap((each) => {
    const member = nodeSchema.parse(each)
    if (member.properties === undefined) return []
    const type = nodeSchema.safeParse(member.properties['type']).data?.const
    return [
      { name: typeof type === 'string' ? type : Object.keys(member.properties).join(', '), inner: member },
    ]
  })
}

function kindOf(node: Node): string {
  if (node.const !== undefined) return quoted(node.const)
  if (node.enum !== undefined) return node.enum.map(quoted).join(', ')
  if (node.type === 'array') return `list of ${kindOf(nodeSchema.parse(node.items ?? {}))}`
  const members = node.oneOf ?? node.anyOf
  if (members !== undefined) {
    return [...new Set(members.map((member) => kindOf(nodeSchema.parse(member))))].join(' or ')
  }
  if (node.type === 'object') return 'mapping'
  if (node.pattern?.includes('ms|s|m|h|d|w') === true) return 'duration'
  if (node.pattern?.includes('GITHUB_') === true) return 'text, may hold `${NAME}`'
  return [...new Set([node.type ?? []].flat())].map(wordOf).join(' or ')
}

function wordOf(type: string): string {
  const words: Record<string, string> = {
    string: 'text',
    integer: 'whole number',
    boolean: '`true` or `false`',
  }
  return words[type] ?? type
}

function defaultOf({ default: value }: Node): string {
  if (value === undefined || (typeof value === 'object' && value !== null)) return ''
  return quoted(value)
}

function quoted(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}
