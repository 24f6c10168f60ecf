import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { i18n, startingLocale, useLocale } from './app/i18n.ts'
import { router } from './app/router.ts'
import { keepAskingForStyles } from './ui/lazily.ts'
import './ui/tokens.css'

keepAskingForStyles(window)
useLocale(startingLocale())
createApp(App).use(createPinia()).use(router).use(i18n).mount('#app')
