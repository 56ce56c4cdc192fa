import { screen, waitFor } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { Around, show } from '@/testing/render'
import { Button } from './button'
import { Choice, Fieldset, TextArea, TextField } from './field'

const form = (wrong: boolean) => {
  const error = wrong ? 'Dit klopt niet.' : undefined
  return (
    <form>
      <TextField label="Wie" />
      <TextField label="Naam" error={error} />
      <Fieldset legend="Soort" hint="Kies er een." error={error}>
        <Choice type="radio" name="soort" label="Vraag" />
      </Fieldset>
      <Choice type="checkbox" label="Juist" hint="Naar beste weten." error={error} />
      <Button>Stuur</Button>
    </form>
  )
}
const described = (element: Element) => (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)

it('takes whoever pressed a button to the first field that is wrong', async () => {
  const { rerender } = show(form(false))
  screen.getByRole('button').focus()
  rerender(<Around>{form(true)}</Around>)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Naam')))
})

it('takes nobody away from where they write', async () => {
  const { rerender } = show(form(false))
  screen.getByLabelText('Wie').focus()
  rerender(<Around>{form(true)}</Around>)
  await new Promise((done) => setTimeout(done, 100))
  expect(document.activeElement).toBe(screen.getByLabelText('Wie'))
})

it('ties what is wrong with a choice to it, beside the hint', () => {
  show(form(true))
  expect(described(screen.getByRole('group', { name: 'Soort' }))).toEqual(['Kies er een.', 'Dit klopt niet.'])
  expect(screen.getByLabelText('Vraag').getAttribute('aria-invalid')).toBe('true')
  expect(described(screen.getByLabelText('Juist'))).toEqual(['Naar beste weten.', 'Dit klopt niet.'])
  expect(screen.getByLabelText('Juist').getAttribute('aria-invalid')).toBe('true')
})

it('shows what is wrong with a choice as at other fields, not as a hint', () => {
  show(form(true))
  const said = document.getElementById(screen.getByLabelText('Juist').getAttribute('aria-describedby')?.split(' ')[1] ?? '')
  expect(said?.className).toBe('np-check__error utrecht-form-field-error-message')
})

it('says of what may stay empty that it may, and tells a screen reader what is needed', () => {
  show(
    <>
      <TextField label="Naam" required />
      <TextField label="Zaaknummer" optional />
      <Fieldset legend="Regio" optional>
        <Choice type="checkbox" label="Noord" />
      </Fieldset>
    </>,
  )
  expect(screen.getByRole('textbox', { name: 'Naam' }).getAttribute('aria-required')).toBe('true')
  expect(screen.getByRole('textbox', { name: 'Zaaknummer (niet verplicht)' }).hasAttribute('aria-required')).toBe(false)
  expect(screen.getByRole('group', { name: 'Regio (niet verplicht)' })).toBeTruthy()
})

it('keeps all of a text that is too long, and says by how much', () => {
  const long = 'a'.repeat(12)
  const { rerender } = show(<TextArea label="Waarom" hint="Kort." maxLength={10} value={long} readOnly />)
  const field = screen.getByLabelText<HTMLTextAreaElement>('Waarom')
  expect(field.hasAttribute('maxlength')).toBe(false)
  expect(field.value).toBe(long)
  expect(described(field)).toEqual(['Kort.', '2 tekens te veel'])
  rerender(
    <Around>
      <TextField label="Titel" maxLength={10} value={'👋'.repeat(10)} readOnly />
    </Around>,
  )
  expect(described(screen.getByLabelText('Titel'))).toEqual(['Nog 0 tekens'])
})

it('says nothing of a length that is nobody’s concern yet', () => {
  show(<TextField label="Titel" maxLength={100} value="Kort" readOnly />)
  expect(screen.getByLabelText('Titel').hasAttribute('aria-describedby')).toBe(false)
})
