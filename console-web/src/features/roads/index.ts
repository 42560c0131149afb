import '@/styles/controls.css'

export { default as ClosurePanel } from './ClosurePanel.vue'
export { default as ClosuresButton } from './ClosuresButton.vue'
export { type CourseWish, type WishedCourse } from './courses'
export { closureMarks, sketchMark } from './marks'
export { tellClosure, tellMoment, tellUntil } from './tell'
export { useClosing } from './useClosing'
export { remainingSeconds, useCourseRefresh, useCourses } from './useCourses'
