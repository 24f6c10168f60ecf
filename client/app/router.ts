import { createRouter, createWebHistory } from 'vue-router'
import { guardLayers } from '../ui/backCloses.ts'
import { type Feature, withWords } from './i18n.ts'

const joinPage = () => withWords(['join'], import('../features/join/JoinPage.vue'))
// The console shows the projector's stage and the groups' scales and maps.
const consoleWords: readonly Feature[] = ['console', 'projector', 'alone', 'scale', 'map', 'usp', 'strategy', 'sharing', 'review', 'trainer', 'courses']

const history = createWebHistory()

/** Every page is a chunk of its own: a phone that joins loads neither the console nor the charts. */
export const router = createRouter({
  history,
  routes: [
    { path: '/', name: 'join', component: joinPage },
    { path: '/j/:code', name: 'join-code', component: joinPage, props: true },
    { path: '/check/:code', name: 'check', component: () => withWords(['check'], import('../features/check/CheckPage.vue')), props: true },
    { path: '/class/:classId', name: 'class', component: () => withWords(['workspace', 'collab', 'alone', 'scale', 'measure', 'map', 'usp', 'strategy', 'sharing', 'case', 'review', 'takehome', 'followup'], import('./ClassPage.vue')), props: true },
    { path: '/trainer', name: 'trainer', component: () => withWords(['trainer'], import('../features/trainer/TrainerPage.vue')) },
    { path: '/trainer/courses', name: 'courses', component: () => withWords(['courses'], import('../features/courses/CoursesPage.vue')) },
    { path: '/trainer/courses/:courseId', name: 'course', component: () => withWords(['courses'], import('../features/courses/CoursePage.vue')), props: true },
    { path: '/trainer/:classId', name: 'console', component: () => withWords(consoleWords, import('./ConsoleRoute.vue')), props: true },
    { path: '/trainer/:classId/card', name: 'join-card', component: () => withWords(['joincard'], import('../features/joincard/JoinCardPage.vue')), props: true },
    { path: '/trainer/:classId/review', name: 'followup', component: () => withWords(['followup'], import('../features/followup/ReviewPage.vue')), props: true },
    { path: '/projector', name: 'projector', component: () => withWords(['projector', 'alone', 'scale', 'map', 'usp', 'strategy', 'sharing', 'review'], import('../features/projector/ProjectorPage.vue')) },
    { path: '/report/:classId/:groupId', name: 'report', component: () => withWords(['report'], import('../features/report/ReportPage.vue')), props: true },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
guardLayers(router, history)
