export default definePageConfig({ navigationBarTitleText: '启用账号' })
