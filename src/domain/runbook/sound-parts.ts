import type { z } from 'zod'
import { runbookSchema, stepSchema } from './schema.ts'

type Written = z.output<typeof runbookSchema>
export type WrittenStep = Written['steps'][number]

/** Of a runbook what can be understood, so that one mistake does not hide others; null for what cannot. */
export interface SoundParts {
  incident: string | null
  drill: Written['drill'] | null
  steps: StepPart[]
  verification: StepPart[]
  escalation: (Written['escalation'][number] | null)[]
}

export interface StepPart {
  /** As it is written; null when it is no text. */
  id: string | null
  step: WrittenStep | null
}

/** @param value as the file has it */
export function soundParts(value: unknown): SoundParts {
  const file = isMapping(value) ? value : {}
  const { incident, drill, escalation } = runbookSchema.shape
  const level = escalation.unwrap().element
  return {
    incident: incident.safeParse(file['incident']).data ?? null,
    drill: drill.safeParse(file['drill']).data ?? null,
    steps: listOf(file['steps']).map(stepPart),
    verification: listOf(file['verification']).map(stepPart),
    escalation: listOf(file['escalation']).map((raw) => level.safeParse(raw).data ?? null),
  }
}

function stepPart(raw: unknown): StepPart {
  if (!isMapping(raw)) return { id: null, step: null }
  const id = typeof raw['id'] === 'string' ? raw['id'] : null
  // What names it for people has no part in any rule.
  const named = { ...raw, title: 'untitled', id: 'unnamed' }
  const first = stepSchema.safeParse(named)
  if (first.success) return { id, step: first.data }
  const wrong = new Set(
    first.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
    ),
  )
  const rest = Object.fromEntries(Object.entries(named).filter(([key]) => !wrong.has(key)))
  return { id, step: stepSchema.safeParse(rest).data ?? null }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
