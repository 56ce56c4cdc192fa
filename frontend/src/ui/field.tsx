import { type ComponentProps, createContext, type ReactNode, useContext, useId } from 'react'
import { useI18n } from '@/i18n'
import { useGoToFault } from '@/lib/first-fault'
import { Left, leftOf } from './left'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Said behind the label. What is asked is the rule, so that is what carries no mark. */
  optional?: boolean | undefined
  /** Told to a screen reader only: the server, and not the browser, says what is missing, so that it is said in the same way everywhere. */
  required?: boolean | undefined
  /** The place in the form's JSON (a pointer): the error summary links to it. */
  id?: string
}

interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** Behind the label of what may stay empty. */
export function Optional() {
  const { t } = useI18n()
  return <span className="np-optional"> {t('field-optional')}</span>
}

/** What is typed where, and how many characters of it the server takes. */
interface Typed {
  typed?: unknown
  limit?: number | undefined
}

function Field(props: FieldProps & Typed & { short?: boolean; children: (wiring: Wiring) => ReactNode }) {
  const made = useId()
  const id = props.id ?? made
  useGoToFault(props.error)
  const left = typeof props.typed === 'string' ? leftOf(props.typed, props.limit) : null
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : '', left === null ? '' : `${id}-left`].filter(Boolean).join(' ')
  return (
    <div className={`utrecht-form-field np-field${props.error ? ' utrecht-form-field--invalid' : ''}${props.short ? ' np-field--short' : ''}`}>
      <label className="utrecht-form-label utrecht-form-field__label" htmlFor={id}>
        {props.label}
        {props.optional ? <Optional /> : null}
      </label>
      {props.hint ? (
        <div className="utrecht-form-field-description" id={`${id}-hint`}>
          {props.hint}
        </div>
      ) : null}
      {props.error ? (
        <div className="utrecht-form-field-error-message utrecht-form-field__error-message" id={`${id}-error`}>
          {props.error}
        </div>
      ) : null}
      <div className="utrecht-form-field__input">
        {props.children({ id, 'aria-describedby': described || undefined, 'aria-invalid': props.error ? true : undefined, 'aria-required': props.required ? true : undefined })}
        {left === null ? null : <Left id={`${id}-left`} left={left} />}
      </div>
    </div>
  )
}

type InputProps = Omit<ComponentProps<'input'>, 'id'> & FieldProps & { short?: boolean }
/** `maxLength` is said and not enforced: a browser cuts what is pasted to it without a word, and the server refuses what is too long with one. */
export function TextField({ label, hint, error, optional, required, id, short = false, maxLength, ...input }: InputProps) {
  return (
    <Field label={label} hint={hint} optional={optional} required={required} short={short} typed={input.value} limit={maxLength} {...(error ? { error } : {})} {...(id ? { id } : {})}>
      {(wiring) => <input dir="auto" {...input} {...wiring} className={`utrecht-textbox${error ? ' utrecht-textbox--invalid' : ''}`} />}
    </Field>
  )
}

type AreaProps = Omit<ComponentProps<'textarea'>, 'id'> & FieldProps
export function TextArea({ label, hint, error, optional, required, id, maxLength, ...area }: AreaProps) {
  return (
    <Field label={label} hint={hint} optional={optional} required={required} typed={area.value} limit={maxLength} {...(error ? { error } : {})} {...(id ? { id } : {})}>
      {(wiring) => <textarea dir="auto" {...area} {...wiring} className={`utrecht-textarea${error ? ' utrecht-textarea--invalid' : ''}`} />}
    </Field>
  )
}

type SelectProps = Omit<ComponentProps<'select'>, 'id'> & FieldProps
export function Select({ label, hint, error, optional, required, id, ...select }: SelectProps) {
  return (
    <Field label={label} hint={hint} optional={optional} required={required} {...(error ? { error } : {})} {...(id ? { id } : {})}>
      {(wiring) => <select {...select} {...wiring} className="utrecht-select" />}
    </Field>
  )
}

/** Whether the group is wrong that a choice belongs to. */
const GroupFault = createContext(false)

export function Fieldset(props: { legend: string; hint?: string; error?: string | undefined; optional?: boolean | undefined; children: ReactNode }) {
  const id = useId()
  useGoToFault(props.error)
  return (
    <fieldset className="np-fieldset" aria-describedby={[props.hint ? id : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined}>
      <legend>
        {props.legend}
        {props.optional ? <Optional /> : null}
      </legend>
      {props.hint ? (
        <p className="np-soft np-small" id={id}>
          {props.hint}
        </p>
      ) : null}
      {props.error ? (
        <p className="utrecht-form-field-error-message" id={`${id}-error`}>
          {props.error}
        </p>
      ) : null}
      <GroupFault.Provider value={Boolean(props.error)}>{props.children}</GroupFault.Provider>
    </fieldset>
  )
}

type ChoiceProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & { type: 'checkbox' | 'radio'; label: string; hint?: string; error?: string | undefined }
export function Choice({ label, hint, error, ...input }: ChoiceProps) {
  const id = useId()
  const wrong = useContext(GroupFault) || Boolean(error)
  useGoToFault(error)
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="np-check">
      <input {...input} id={id} aria-describedby={described || undefined} aria-invalid={wrong || undefined} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="np-check__hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="np-check__error utrecht-form-field-error-message" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
    </div>
  )
}
