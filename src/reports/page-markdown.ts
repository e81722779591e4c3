import { inline, link } from './markdown-escape.ts'
import { table } from './markdown-table.ts'
import type { Cell, Page } from './page.ts'

const marks = { good: '✅ ', warning: '⚠️ ', bad: '❌ ' }

/** As GitHub Markdown, in which nothing that came from records is markup. */
export function pageMarkdown({ title, lead, sections }: Page): string {
  const parts = [
    `# ${inline(title, 200)}`,
    ...lead.map((text) => inline(text, 1_000)),
    ...sections.flatMap((section) => [
      `## ${inline(section.title, 200)}`,
      ...section.text.map((text) => inline(text, 2_000)),
      ...(section.table === null
        ? []
        : [
            table(
              section.table.heads.map((head) => inline(head)),
              section.table.heads.map(() => 'l' as const),
              section.table.rows.map((row) => row.map(cellText)),
            ),
          ]),
    ]),
  ]
  return `${parts.join('\n\n')}\n`
}

function cellText({ text, url, tone }: Cell): string {
  const shown = url === undefined || url === null ? inline(text, 500) : link(text, url)
  return `${tone === undefined ? '' : marks[tone]}${shown}`
}
