export default definePageConfig({ navigationBarTitleText: '一件反映' })
