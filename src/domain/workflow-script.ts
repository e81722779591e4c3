/** Commands that only write what follows them. */
const onlyWrites = /^\s*(?:echo|printf|:)(?:\s|$)/

/**
 * The commands of a step's `run:`, each in one line, as far as one can see without being a shell: no comments, and nothing
 * that is only written out.
 */
export function commandsIn(script: string): string[] {
  return script
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .flatMap(commandsOfLine)
    .filter((command) => command.trim() !== '' && !onlyWrites.test(command))
}

/** A word that may have quotes in it, white space, or what ends a command. */
const token = /\$\{\{.*?\}\}|"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s;&|"'\\]|\s+|[;&|]|./g

function commandsOfLine(line: string): string[] {
  const commands: string[] = []
  let command = ''
  for (const [part] of line.matchAll(token)) {
    if (part === '#' && /(?:^|\s)$/.test(command)) break
    if (/^[;&|]$/.test(part)) {
      commands.push(command)
      command = ''
    } else command += part
  }
  return [...commands, command]
}
