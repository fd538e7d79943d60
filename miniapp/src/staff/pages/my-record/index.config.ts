export default definePageConfig({ navigationBarTitleText: '履职记录' })
