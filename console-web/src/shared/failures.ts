import { RequestFailed } from '@dispatch120/client'
import { i18n } from './i18n'

type Translate = (key: string, named?: Record<string, unknown>) => string

/** A refusal in words: by its stable code when we have words for it, else what the server says of it. */
export function describeFailure(error: unknown, t: Translate = i18n.global.t): string {
  if (!(error instanceof RequestFailed)) return t('shared.failed', { detail: textOf(error) })
  if (error.status === 0) return t('shared.unreachable')
  const key = `shared.refused.${error.code}`
  if (i18n.global.te(key, 'zh-CN')) {
    return t(key, { seconds: error.retryAfterSeconds ?? 0, detail: error.problem.detail })
  }
  return t('shared.failed', { detail: error.problem.detail || error.problem.title })
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
