export default definePageConfig({ navigationBarTitleText: '推送到本市系统' })
