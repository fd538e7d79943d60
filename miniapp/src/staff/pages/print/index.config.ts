export default definePageConfig({ navigationBarTitleText: '打印清单' })
