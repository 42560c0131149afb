import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './process'

const SAMPLES = join(ROOT, 'dispatch-core/src/test/resources/ecg')

/** A made-up anterior infarction as the device of a crew would give it, of nobody. */
export function sampleEcg(format: 'aecg' | 'image') {
  const [name, mimeType] =
    format === 'aecg'
      ? (['stemi-anterior.xml', 'text/xml'] as const)
      : (['stemi-anterior.png', 'image/png'] as const)
  return { name, mimeType, buffer: readFileSync(join(SAMPLES, name)) }
}
