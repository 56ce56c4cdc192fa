import { queryOptions } from '@tanstack/react-query'
import { get, post, put, remove, tenantPath } from '@/api/client'
import type { Evaluation, EvaluationForm, Evaluations } from '@/api/types'
import { endOfDay } from '@/lib/dates'

const evaluations = (tenant: string, issue: string, ...rest: string[]) => tenantPath(tenant, 'issues', issue, 'evaluations', ...rest)

/** What the first circle says of an issue: one's own answer, and everybody's for who runs it. */
export const evaluationsQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['evaluations', tenant, issue],
    queryFn: ({ signal }) => get<Evaluations>(evaluations(tenant, issue), { signal }),
  })

/** Until the end of a day. */
export const askCircle = (tenant: string, issue: string, day: string) => post<Evaluations>(evaluations(tenant, issue, '_ask'), { body: { until: endOfDay(day) } })
export const evaluate = (tenant: string, issue: string, form: EvaluationForm) => put<Evaluation>(evaluations(tenant, issue, '_me'), { body: form })
export const takeBack = (tenant: string, issue: string) => remove(evaluations(tenant, issue, '_me'))

/** An answer while it is written: nothing is chosen for anybody. */
export type Writing = Omit<Required<EvaluationForm>, 'question' | 'advice'> & { question: EvaluationForm['question'] | null; advice: EvaluationForm['advice'] | null }

export const NOTHING: Writing = { question: null, questionNote: '', missing: '', advice: null, adviceNote: '' }

export const formOf = ({ question, advice, ...notes }: Writing): EvaluationForm | null => (question && advice ? { question, advice, ...notes } : null)
