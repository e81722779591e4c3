const topics = ['copies', 'environments', 'notifications', 'roles', 'runbooks', 'validate'] as const

/** A guide as messages name it: its file lies in Lifeboat's repository, not in that of whoever reads the message. */
export function guide(topic: (typeof topics)[number]): string {
  return `docs/guides/${topic}.md in Lifeboat’s repository`
}
