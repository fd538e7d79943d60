export default definePageConfig({ navigationBarTitleText: 'API 密钥' })
