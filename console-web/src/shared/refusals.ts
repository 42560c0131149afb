import { RequestFailed, type Problem } from './api'
import { describeFailure } from './failures'

/** Why something was not done, in words. Used in a template it follows the language. */
export function refusalText(problem: Problem): string {
  return describeFailure(new RequestFailed(problem))
}

/** The problem of a refused request; anything else is a fault of ours and goes on. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestFailed) return error.problem
  throw error
}
