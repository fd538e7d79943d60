export default definePageConfig({ navigationBarTitleText: '改革案例' })
