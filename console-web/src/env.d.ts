/// <reference types="vite/client" />
/** True in the mocked dev mode (`npm run dev:mock`): no server is asked. */
declare const __MOCK__: boolean
