import { RequestFailed, type Problem } from './api'
import { i18n } from './i18n'

/**
 * Why something was not done, in the words of the console where it has any, and else in the server's.
 * `i18n.t` is reactive: used in a template it follows the language.
 */
export function refusalText(problem: Problem): string {
  const { t, te } = i18n.global
  if (problem.status === 0) return t('shared.unreachable')
  const key = `shared.refusal.${problem.code}`
  if (te(key)) return t(key)
  return t('shared.failed', { detail: problem.detail || problem.code })
}

/** The problem of a refused request; anything else is a fault of ours and goes on. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestFailed) return error.problem
  throw error
}
