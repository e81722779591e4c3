/** What the work writes to standard output, as the runner would read it. */
export async function capturedOutput(work: () => unknown): Promise<string> {
  const write = process.stdout.write.bind(process.stdout)
  let output = ''
  process.stdout.write = (chunk: string | Uint8Array) => {
    output += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    return true
  }
  try {
    await work()
  } finally {
    process.stdout.write = write
  }
  return output
}

export interface RunnerCommand {
  name: string
  properties: string
  message: string
}

/**
 * The commands that the runner would carry out, by its own two forms: `::name properties::message` at the start of a line
 * (blanks before it do not matter), and `##[name]message` anywhere in one.
 */
export function commandsIn(output: string): RunnerCommand[] {
  return output.split(/\r\n|\n|\r/).flatMap((line) => {
    const first = /^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/u.exec(line)
    if (first !== null)
      return [{ name: first[1] ?? '', properties: first[2] ?? '', message: unescaped(first[3] ?? '') }]
    const second = /##\[([\w-]+)[^\]]*\](.*)$/.exec(line)
    return second === null ? [] : [{ name: second[1] ?? '', properties: '', message: second[2] ?? '' }]
  })
}

function unescaped(message: string): string {
  return message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
