import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { i18n, startingLocale, useLocale } from './app/i18n.ts'
import { router } from './app/router.ts'
import './ui/tokens.css'

useLocale(startingLocale())
createApp(App).use(createPinia()).use(router).use(i18n).mount('#app')
