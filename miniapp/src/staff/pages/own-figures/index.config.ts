export default definePageConfig({ navigationBarTitleText: '本单位的数据' })
