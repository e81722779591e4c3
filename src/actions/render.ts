import { renderJson } from '../reports/json.ts'
import { renderMarkdown } from '../reports/markdown.ts'
import { renderText } from '../reports/text.ts'

/** How every action shows its report: job summary, log and file. */
export const render = { markdown: renderMarkdown, text: renderText, json: renderJson }
