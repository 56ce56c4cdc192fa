import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const LETTERS = /\p{L}/u
const SPOKEN_ATTRIBUTES = new Set(['alt', 'aria-label', 'aria-description', 'label', 'placeholder', 'title'])

/** Every sentence comes from backend/locales: no letters between tags, none in attributes that are read aloud. */
const noBareText = {
  create(context) {
    const report = (node) => context.report({ node, message: 'Text belongs in backend/locales/*/ui.ftl.' })
    return {
      JSXText: (node) => LETTERS.test(node.value) && report(node),
      JSXAttribute(node) {
        if (SPOKEN_ATTRIBUTES.has(node.name.name) && typeof node.value?.value === 'string' && LETTERS.test(node.value.value)) {
          report(node)
        }
      },
      'JSXExpressionContainer > Literal': (node) => node.parent.parent.type === 'JSXElement' && LETTERS.test(String(node.value)) && report(node),
    }
  },
}

/** What a folder may not import; see ARCHITECTURE.md. */
function zone(files, forbidden, why) {
  return {
    files,
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: forbidden, message: why }] }] },
  }
}

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.d.ts', 'src/i18n/keys.ts'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  jsxA11y.flatConfigs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, house: { rules: { 'no-bare-text': noBareText } } },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'house/no-bare-text': 'error',
      // Safari forgets that a list without bullets is a list.
      'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'] }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/api/use-mutation.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportDeclaration[source.value="@tanstack/react-query"] > ImportSpecifier[imported.name="useMutation"]', message: 'useMutation comes from @/api/use-mutation: it sends what stands on the page now.' },
      ],
    },
  },
  { files: ['**/*.test.{ts,tsx}'], rules: { 'house/no-bare-text': 'off', 'max-lines': 'off' } },
  zone(
    ['src/features/**'],
    String.raw`^(@/features/|@/app/(?!paths$)|(\.\./){2,})`,
    'A feature imports ui, api, i18n, lib and its own folder; routes compose features.',
  ),
  zone(['src/ui/**'], String.raw`^(@/features|@/app|@/api|wouter|@tanstack)`, 'ui knows no router, no query and no feature.'),
  zone(['src/api/**'], String.raw`^(@/features|@/app|@/ui)`, 'api knows no screens.'),
  zone(['src/lib/**', 'src/i18n/**'], String.raw`^(@/(?!lib/|i18n)|wouter|@tanstack)`, 'lib is small and knows nothing else.'),
)
