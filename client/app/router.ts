import { createRouter, createWebHistory } from 'vue-router'

/** Every page is a chunk of its own: a phone that joins loads neither the console nor the charts. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'join', component: () => import('../features/join/JoinPage.vue') },
    { path: '/j/:code', name: 'join-code', component: () => import('../features/join/JoinPage.vue'), props: true },
    { path: '/class/:classId', name: 'class', component: () => import('./ClassPage.vue'), props: true },
    { path: '/trainer', name: 'trainer', component: () => import('../features/trainer/TrainerPage.vue') },
    { path: '/trainer/:classId', name: 'console', component: () => import('./ConsoleRoute.vue'), props: true },
    { path: '/projector', name: 'projector', component: () => import('../features/projector/ProjectorPage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
