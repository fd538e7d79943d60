export default definePageConfig({ navigationBarTitleText: '海报和二维码' })
