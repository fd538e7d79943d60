export default definePageConfig({ navigationBarTitleText: '基础资料' })
