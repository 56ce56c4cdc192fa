import { expect, it } from 'vitest'
import type { Translate } from '@/i18n'
import { canonicalTag, inLanguage, ownName } from '@/lib/languages'
import { begunIn, translationKey } from './translating'

const t = ((key: string) => key) as Translate

it('keeps a translation under what it is of, and finds its language again', () => {
  expect(translationKey('pap-CW', 'p1')).toBe('translate-pap-CW-p1')
  expect(begunIn(['me/reply-p1', 'me/translate-ar-p2', 'you/translate-tr-p1', 'me/translate-pap-CW-p1'], 'me', 'p1')).toBe('pap-CW')
  expect(begunIn([`me/${translationKey('', 'p1')}`], 'me', 'p1')).toBe('')
  expect(begunIn(['me/translate-ar-p2'], 'me', 'p1')).toBeNull()
})

it('knows which languages are written from the right', () => {
  expect(['ar', 'fa', 'he', 'ckb', 'ku-Arab'].map((tag) => inLanguage(tag).dir)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'rtl'])
  expect(['nl', 'tr', 'ku', 'ti', 'ar-Latn', 'x-own'].map((tag) => inLanguage(tag).dir)).toEqual(['ltr', 'ltr', 'ltr', 'ltr', 'ltr', 'ltr'])
})

it('calls a language what its readers call it, and in the words of the page what the browser has no word for', () => {
  expect(ownName('ar', 'nl', t)).toEqual({ name: 'العربية', lang: 'ar', dir: 'rtl' })
  expect(ownName('qaa', 'nl', t).lang).toBe('nl')
  expect(ownName('x-own', 'nl', t).name).toBe('x-own')
})

it('takes a tag as it is typed, and nothing else', () => {
  expect(canonicalTag(' PAP-cw ')).toBe('pap-CW')
  expect(canonicalTag('Papiaments?')).toBeNull()
  expect(canonicalTag('')).toBeNull()
})
