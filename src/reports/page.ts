/** A page of headings, paragraphs and tables, for more than one medium. Every text in it is plain. */
export interface Page {
  title: string
  lead: string[]
  sections: PageSection[]
}

export interface PageSection {
  title: string
  text: string[]
  table: { heads: string[]; rows: Cell[][] } | null
}

export interface Cell {
  text: string
  /** Where to read more; shown as a link when it is plainly an address of the web. */
  url?: string | null
  tone?: 'good' | 'warning' | 'bad'
}

export const cell = (text: string, tone?: Cell['tone']): Cell =>
  tone === undefined ? { text } : { text, tone }
