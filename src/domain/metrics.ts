/** Figures in the terms of Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/ */

export interface MetricFamily {
  /** With its unit at the end: `lifeboat_backup_last_size_bytes`. */
  name: string
  help: string
  type: 'gauge'
  samples: MetricSample[]
}

export interface MetricSample {
  labels: Readonly<Record<string, string>>
  value: number
}

/** The families of several environments, each family once. */
export function mergeFamilies(sets: readonly (readonly MetricFamily[])[]): MetricFamily[] {
  const merged = new Map<string, MetricFamily>()
  for (const family of sets.flat()) {
    const known = merged.get(family.name)
    if (known === undefined) merged.set(family.name, { ...family, samples: [...family.samples] })
    else known.samples.push(...family.samples)
  }
  return [...merged.values()]
}
