export default definePageConfig({ navigationBarTitleText: '共性问题建议书' })
