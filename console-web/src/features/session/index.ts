export { default as SignIn } from './SignIn.vue'
export { useSession } from './session'
