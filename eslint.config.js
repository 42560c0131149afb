import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

// Where a file may look. Each part shows others its index only; see CONTRIBUTING.md.
const outsidePackages = {
  // The ECG viewer is an entrance of its own: only pages that show ECGs load it.
  regex: '^@dispatch120/(?!client/ecg$)[^/]+/.+',
  message: 'Import the package, not its insides.',
}
const featureInsides = {
  regex: '^@/features/[^/]+/.+',
  message: 'Features know each other by their index only.',
}
const siblingFeature = {
  regex: '^\\.\\./(\\.\\./)?(?!components|composables)[a-z-]+/',
  message: 'Reach another feature as @/features/<name>.',
}
const library = (name, where) => ({ name, message: `${name} is used in ${where} only.` })

export default ts.config(
  {
    ignores: ['**/target/**', '**/node_modules/**', '**/*.d.ts', '.mvn/**', 'docs/**', 'app/**', 'geo/**'],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'max-lines': ['error', { max: 400 }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      // Left to the formatter.
      'vue/html-indent': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multiline-html-element-content-newline': 'off',
    },
  },
  {
    files: ['console-web/src/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [outsidePackages, featureInsides],
          paths: [
            library('maplibre-gl', 'src/map'),
            library('@dispatch120/client', 'src/live and src/shared'),
          ],
        },
      ],
    },
  },
  {
    // A feature knows the shared parts and other features' indexes.
    files: ['console-web/src/features/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [outsidePackages, featureInsides, siblingFeature],
          paths: [
            library('maplibre-gl', 'src/map'),
            library('@dispatch120/client', 'src/live and src/shared'),
          ],
        },
      ],
    },
  },
  {
    files: ['console-web/src/{shared,live,map,contract}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [outsidePackages, { regex: '^@/features', message: 'Shared parts know no feature.' }] },
      ],
    },
  },
  {
    files: ['mobile-locator/src/pages/{caller,aed,answer}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            outsidePackages,
            { regex: 'crew/', message: 'A caller is not sent any of the crew view.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{mjs,config.ts,config.js}', 'load-tests/**', '**/scripts/**'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off', 'no-empty-pattern': 'off' },
  },
)
