import type { PolicyDocument, PolicyStatement } from '../../../src/stores/policies.ts'
import type { Asked, Operation, SmallServerOptions } from './small-server.ts'

/** Lets the small server judge requests by a policy, as AWS does with the conditions that our policies use. */
export function allowedBy(bucket: string, policy: PolicyDocument): NonNullable<SmallServerOptions['allows']> {
  return (asked) => {
    const request = describe(bucket, asked)
    return policy.Statement.some((statement) => applies(statement, request))
  }
}

interface Request {
  action: string
  resource: string
  /** Condition keys that are present. */
  context: Record<string, string>
}

function describe(bucket: string, asked: Asked & { conditional: boolean }): Request {
  const at = `arn:aws:s3:::${bucket}`
  const [action, of] = actions[asked.operation]
  const versioned = asked.versioned && /^s3:(Get|Delete)Object$/.test(action) ? 'Version' : ''
  const creating = asked.operation === 'PutObject' || asked.operation === 'CompleteUpload'
  return {
    action: `${action}${versioned}`,
    resource: of === 'bucket' ? at : `${at}/${asked.key}`,
    context: {
      ...(action === 's3:PutObject' && { 's3:ObjectCreationOperation': String(creating) }),
      ...(asked.conditional && { 's3:if-none-match': '*' }),
      ...(asked.operation.startsWith('List') && { 's3:prefix': asked.prefix }),
    },
  }
}

const actions: Record<Operation, [action: string, of: 'bucket' | 'object']> = {
  PutObject: ['s3:PutObject', 'object'],
  CompleteUpload: ['s3:PutObject', 'object'],
  CreateUpload: ['s3:PutObject', 'object'],
  UploadPart: ['s3:PutObject', 'object'],
  AbortUpload: ['s3:AbortMultipartUpload', 'object'],
  GetObject: ['s3:GetObject', 'object'],
  HeadObject: ['s3:GetObject', 'object'],
  DeleteObject: ['s3:DeleteObject', 'object'],
  ListObjects: ['s3:ListBucket', 'bucket'],
  HeadBucket: ['s3:ListBucket', 'bucket'],
  ListVersions: ['s3:ListBucketVersions', 'bucket'],
  GetVersioning: ['s3:GetBucketVersioning', 'bucket'],
  CreateBucket: ['s3:CreateBucket', 'bucket'],
}

function applies(statement: PolicyStatement, { action, resource, context }: Request): boolean {
  return (
    statement.Action.includes(action) &&
    statement.Resource.some((pattern) => like(pattern, resource)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => holds(operator, context[key], [wanted].flat())),
    )
  )
}

function holds(operator: string, value: string | undefined, wanted: string[]): boolean {
  if (operator === 'Null') return wanted.includes(String(value === undefined))
  if (operator === 'Bool') return value !== undefined && wanted.includes(value)
  if (operator === 'StringLike') return value !== undefined && wanted.some((pattern) => like(pattern, value))
  throw new Error(`the evaluator does not know ${operator}`)
}

function like(pattern: string, text: string): boolean {
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')
  return new RegExp(`^${escaped}$`).test(text)
}
