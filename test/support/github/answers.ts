import type { Answer } from './routes.ts'

/** Answers that many routes of the fake give. */

export const forbidden: Answer = {
  status: 403,
  body: { message: 'Resource not accessible by integration', status: '403' },
}
export const notFound: Answer = { status: 404, body: { message: 'Not Found', status: '404' } }

/** A page of a list, with links to the next and the last one as GitHub gives them. */
export function page(items: readonly unknown[], query: URLSearchParams, url: string): Answer {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100)
  const current = Number(query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (number: number, rel: string) => {
    const next = new URLSearchParams(query)
    next.set('page', String(number))
    return `<${url}/?${next.toString()}>; rel="${rel}"`
  }
  return {
    status: 200,
    body: items.slice((current - 1) * size, current * size),
    ...(current < last ? { headers: { link: `${link(current + 1, 'next')}, ${link(last, 'last')}` } } : {}),
  }
}

export function invalid(resource: string, field: string, code: string): Answer {
  return {
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [{ resource, field, code }],
      documentation_url: 'https://docs.github.com/rest',
      status: '422',
    },
  }
}
