export default definePageConfig({ navigationBarTitleText: '改革案例', enableShareAppMessage: true })
