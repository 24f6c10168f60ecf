import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

/** Imports point one way (see README, Architecture): each folder names what it may not reach. */
const border = (files, forbidden, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }] },
})

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'test-results/', 'screenshots/', 'tests/bench/out/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      'no-undef': 'off', // TypeScript's job
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
    },
  },
  border(['shared/**'], ['**/server/**', '**/client/**', 'node:*', 'vue', 'express', 'ws', 'socket.io*'], 'shared is pure: no Node, no browser, nothing of ours'),
  border(['server/domain/**'], ['**/transport/**', '**/storage/**', '**/bus/**', 'express', 'ws', 'socket.io*', 'libsql', 'node:sqlite', 'pino'], 'the domain declares the interfaces it needs and names no transport or database'),
  border(['server/transport/**'], ['**/storage/**', '**/bus/**'], 'transport calls the domain'),
  border(['server/storage/**', 'server/bus/**'], ['**/transport/**'], 'storage implements what the domain declares'),
  border(['client/**'], ['**/server/**', 'node:*'], 'the client imports shared only'),
  border(['client/collab/**', 'client/api/**', 'client/charts/**', 'client/ui/**'], ['**/features/**', '**/app/**'], 'parts know nothing of features'),
  { files: ['client/vite.config.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
)
